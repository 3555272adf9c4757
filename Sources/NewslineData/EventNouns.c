// The frames of nouns, a file a category, in the order in which they are tried.
#include "Files.h"

static const unsigned char figures[] = {
#embed "lexicons/events/nouns/figures.tsv"
};
static const unsigned char agree[] = {
#embed "lexicons/events/nouns/agree.tsv"
};
static const unsigned char consult[] = {
#embed "lexicons/events/nouns/consult.tsv"
};
static const unsigned char support[] = {
#embed "lexicons/events/nouns/support.tsv"
};
static const unsigned char concede[] = {
#embed "lexicons/events/nouns/concede.tsv"
};
static const unsigned char cooperate[] = {
#embed "lexicons/events/nouns/cooperate.tsv"
};
static const unsigned char aid[] = {
#embed "lexicons/events/nouns/aid.tsv"
};
static const unsigned char retreat[] = {
#embed "lexicons/events/nouns/retreat.tsv"
};
static const unsigned char request[] = {
#embed "lexicons/events/nouns/request.tsv"
};
static const unsigned char accuse[] = {
#embed "lexicons/events/nouns/accuse.tsv"
};
static const unsigned char reject[] = {
#embed "lexicons/events/nouns/reject.tsv"
};
static const unsigned char threaten[] = {
#embed "lexicons/events/nouns/threaten.tsv"
};
static const unsigned char protest[] = {
#embed "lexicons/events/nouns/protest.tsv"
};
static const unsigned char sanction[] = {
#embed "lexicons/events/nouns/sanction.tsv"
};
static const unsigned char mobilize[] = {
#embed "lexicons/events/nouns/mobilize.tsv"
};
static const unsigned char coerce[] = {
#embed "lexicons/events/nouns/coerce.tsv"
};
static const unsigned char assault[] = {
#embed "lexicons/events/nouns/assault.tsv"
};

const struct newsline_file event_nouns_files[] = {
    ENTRY(figures, "lexicons/events/nouns/figures.tsv"),
    ENTRY(agree, "lexicons/events/nouns/agree.tsv"),
    ENTRY(consult, "lexicons/events/nouns/consult.tsv"),
    ENTRY(support, "lexicons/events/nouns/support.tsv"),
    ENTRY(concede, "lexicons/events/nouns/concede.tsv"),
    ENTRY(cooperate, "lexicons/events/nouns/cooperate.tsv"),
    ENTRY(aid, "lexicons/events/nouns/aid.tsv"),
    ENTRY(retreat, "lexicons/events/nouns/retreat.tsv"),
    ENTRY(request, "lexicons/events/nouns/request.tsv"),
    ENTRY(accuse, "lexicons/events/nouns/accuse.tsv"),
    ENTRY(reject, "lexicons/events/nouns/reject.tsv"),
    ENTRY(threaten, "lexicons/events/nouns/threaten.tsv"),
    ENTRY(protest, "lexicons/events/nouns/protest.tsv"),
    ENTRY(sanction, "lexicons/events/nouns/sanction.tsv"),
    ENTRY(mobilize, "lexicons/events/nouns/mobilize.tsv"),
    ENTRY(coerce, "lexicons/events/nouns/coerce.tsv"),
    ENTRY(assault, "lexicons/events/nouns/assault.tsv"),
    END,
};
