// The frames of verbs, a file a category, in the order in which they are tried.
#include "Files.h"

static const unsigned char figures[] = {
#embed "lexicons/events/verbs/figures.tsv"
};
static const unsigned char objects[] = {
#embed "lexicons/events/verbs/objects.tsv"
};
static const unsigned char agree[] = {
#embed "lexicons/events/verbs/agree.tsv"
};
static const unsigned char consult[] = {
#embed "lexicons/events/verbs/consult.tsv"
};
static const unsigned char support[] = {
#embed "lexicons/events/verbs/support.tsv"
};
static const unsigned char concede[] = {
#embed "lexicons/events/verbs/concede.tsv"
};
static const unsigned char cooperate[] = {
#embed "lexicons/events/verbs/cooperate.tsv"
};
static const unsigned char aid[] = {
#embed "lexicons/events/verbs/aid.tsv"
};
static const unsigned char retreat[] = {
#embed "lexicons/events/verbs/retreat.tsv"
};
static const unsigned char request[] = {
#embed "lexicons/events/verbs/request.tsv"
};
static const unsigned char accuse[] = {
#embed "lexicons/events/verbs/accuse.tsv"
};
static const unsigned char reject[] = {
#embed "lexicons/events/verbs/reject.tsv"
};
static const unsigned char threaten[] = {
#embed "lexicons/events/verbs/threaten.tsv"
};
static const unsigned char protest[] = {
#embed "lexicons/events/verbs/protest.tsv"
};
static const unsigned char sanction[] = {
#embed "lexicons/events/verbs/sanction.tsv"
};
static const unsigned char mobilize[] = {
#embed "lexicons/events/verbs/mobilize.tsv"
};
static const unsigned char coerce[] = {
#embed "lexicons/events/verbs/coerce.tsv"
};
static const unsigned char assault[] = {
#embed "lexicons/events/verbs/assault.tsv"
};

const struct newsline_file event_verbs_files[] = {
    ENTRY(figures, "lexicons/events/verbs/figures.tsv"),
    ENTRY(objects, "lexicons/events/verbs/objects.tsv"),
    ENTRY(agree, "lexicons/events/verbs/agree.tsv"),
    ENTRY(consult, "lexicons/events/verbs/consult.tsv"),
    ENTRY(support, "lexicons/events/verbs/support.tsv"),
    ENTRY(concede, "lexicons/events/verbs/concede.tsv"),
    ENTRY(cooperate, "lexicons/events/verbs/cooperate.tsv"),
    ENTRY(aid, "lexicons/events/verbs/aid.tsv"),
    ENTRY(retreat, "lexicons/events/verbs/retreat.tsv"),
    ENTRY(request, "lexicons/events/verbs/request.tsv"),
    ENTRY(accuse, "lexicons/events/verbs/accuse.tsv"),
    ENTRY(reject, "lexicons/events/verbs/reject.tsv"),
    ENTRY(threaten, "lexicons/events/verbs/threaten.tsv"),
    ENTRY(protest, "lexicons/events/verbs/protest.tsv"),
    ENTRY(sanction, "lexicons/events/verbs/sanction.tsv"),
    ENTRY(mobilize, "lexicons/events/verbs/mobilize.tsv"),
    ENTRY(coerce, "lexicons/events/verbs/coerce.tsv"),
    ENTRY(assault, "lexicons/events/verbs/assault.tsv"),
    END,
};
