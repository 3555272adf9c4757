#include "Files.h"

static const unsigned char festivals[] = {
#embed "lexicons/times/festivals.tsv"
};
static const unsigned char numerals[] = {
#embed "lexicons/times/numerals.tsv"
};
static const unsigned char patterns[] = {
#embed "lexicons/times/patterns.tsv"
};
static const unsigned char quantities[] = {
#embed "lexicons/times/quantities.tsv"
};
static const unsigned char tense[] = {
#embed "lexicons/times/tense.tsv"
};
static const unsigned char words[] = {
#embed "lexicons/times/words.tsv"
};

const struct newsline_file times_files[] = {
    ENTRY(festivals, "lexicons/times/festivals.tsv"),
    ENTRY(numerals, "lexicons/times/numerals.tsv"),
    ENTRY(patterns, "lexicons/times/patterns.tsv"),
    ENTRY(quantities, "lexicons/times/quantities.tsv"),
    ENTRY(tense, "lexicons/times/tense.tsv"),
    ENTRY(words, "lexicons/times/words.tsv"),
    END,
};
