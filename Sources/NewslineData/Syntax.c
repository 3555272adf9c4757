#include "Files.h"

static const unsigned char abbreviations[] = {
#embed "lexicons/syntax/abbreviations.tsv"
};

const struct newsline_file syntax_files[] = {
    ENTRY(abbreviations, "lexicons/syntax/abbreviations.tsv"),
    END,
};
