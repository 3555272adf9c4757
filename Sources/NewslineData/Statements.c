#include "Files.h"

static const unsigned char verbs[] = {
#embed "lexicons/statements/verbs.tsv"
};
static const unsigned char nouns[] = {
#embed "lexicons/statements/nouns.tsv"
};
static const unsigned char phrases[] = {
#embed "lexicons/statements/phrases.tsv"
};
static const unsigned char classes[] = {
#embed "lexicons/statements/classes.tsv"
};

const struct newsline_file statements_files[] = {
    ENTRY(verbs, "lexicons/statements/verbs.tsv"),
    ENTRY(nouns, "lexicons/statements/nouns.tsv"),
    ENTRY(phrases, "lexicons/statements/phrases.tsv"),
    ENTRY(classes, "lexicons/statements/classes.tsv"),
    END,
};
