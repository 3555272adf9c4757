#include "Files.h"

static const unsigned char abbreviations[] = {
#embed "lexicons/syntax/abbreviations.tsv"
};
static const unsigned char openers[] = {
#embed "lexicons/syntax/openers.tsv"
};
static const unsigned char splits[] = {
#embed "lexicons/syntax/splits.tsv"
};
static const unsigned char name_heads[] = {
#embed "lexicons/syntax/name_heads.tsv"
};
static const unsigned char model[] = {
#embed "models/english.model"
};
static const unsigned char sentences[] = {
#embed "models/sentences.model"
};
static const unsigned char digest[] = {
#embed "models/english.sha256"
};

const struct newsline_file syntax_files[] = {
    ENTRY(abbreviations, "lexicons/syntax/abbreviations.tsv"),
    ENTRY(openers, "lexicons/syntax/openers.tsv"),
    ENTRY(splits, "lexicons/syntax/splits.tsv"),
    ENTRY(name_heads, "lexicons/syntax/name_heads.tsv"),
    ENTRY(model, "models/english.model"),
    ENTRY(digest, "models/english.sha256"),
    ENTRY(sentences, "models/sentences.model"),
    END,
};
