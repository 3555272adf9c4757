#include "Files.h"

static const unsigned char operators[] = {
#embed "lexicons/events/operators.tsv"
};
static const unsigned char classes[] = {
#embed "lexicons/events/classes.tsv"
};
static const unsigned char irregular[] = {
#embed "lexicons/events/irregular.tsv"
};
static const unsigned char confidence[] = {
#embed "lexicons/events/confidence.tsv"
};
static const unsigned char layer[] = {
#embed "models/events.tsv"
};
static const unsigned char complements[] = {
#embed "lexicons/events/complements.tsv"
};
static const unsigned char contexts[] = {
#embed "lexicons/events/contexts.tsv"
};
static const unsigned char plover[] = {
#embed "lexicons/events/plover.tsv"
};
static const unsigned char codebook[] = {
#embed "lexicons/events/codebook.tsv"
};
static const unsigned char cameo[] = {
#embed "lexicons/events/cameo.tsv"
};

const struct newsline_file events_files[] = {
    ENTRY(operators, "lexicons/events/operators.tsv"),
    ENTRY(classes, "lexicons/events/classes.tsv"),
    ENTRY(irregular, "lexicons/events/irregular.tsv"),
    ENTRY(confidence, "lexicons/events/confidence.tsv"),
    ENTRY(layer, "models/events.tsv"),
    ENTRY(complements, "lexicons/events/complements.tsv"),
    ENTRY(contexts, "lexicons/events/contexts.tsv"),
    ENTRY(plover, "lexicons/events/plover.tsv"),
    ENTRY(codebook, "lexicons/events/codebook.tsv"),
    ENTRY(cameo, "lexicons/events/cameo.tsv"),
    END,
};
