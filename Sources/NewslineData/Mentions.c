#include "Files.h"

static const unsigned char nouns[] = {
#embed "lexicons/mentions/nouns.tsv"
};
static const unsigned char classes[] = {
#embed "lexicons/mentions/classes.tsv"
};
static const unsigned char pronouns[] = {
#embed "lexicons/mentions/pronouns.tsv"
};
static const unsigned char given_names[] = {
#embed "lexicons/mentions/given_names.tsv"
};

const struct newsline_file mentions_files[] = {
    ENTRY(nouns, "lexicons/mentions/nouns.tsv"),
    ENTRY(classes, "lexicons/mentions/classes.tsv"),
    ENTRY(pronouns, "lexicons/mentions/pronouns.tsv"),
    ENTRY(given_names, "lexicons/mentions/given_names.tsv"),
    END,
};
