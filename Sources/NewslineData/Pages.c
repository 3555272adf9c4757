#include "Files.h"

static const unsigned char months[] = {
#embed "lexicons/pages/months.tsv"
};
static const unsigned char date_words[] = {
#embed "lexicons/pages/date_words.tsv"
};
static const unsigned char furniture[] = {
#embed "lexicons/pages/furniture.tsv"
};
static const unsigned char marks[] = {
#embed "lexicons/pages/marks.tsv"
};
static const unsigned char bylines[] = {
#embed "lexicons/pages/bylines.tsv"
};
static const unsigned char author_marks[] = {
#embed "lexicons/pages/author_marks.tsv"
};
static const unsigned char picture_credits[] = {
#embed "lexicons/pages/picture_credits.tsv"
};
static const unsigned char wires[] = {
#embed "lexicons/pages/wires.tsv"
};
static const unsigned char stopwords[] = {
#embed "lexicons/pages/stopwords.tsv"
};
static const unsigned char character_references[] = {
#embed "lexicons/pages/character_references.tsv"
};
static const unsigned char page_classes[] = {
#embed "lexicons/pages/page_classes.tsv"
};
static const unsigned char site_suffixes[] = {
#embed "lexicons/pages/site_suffixes.tsv"
};

const struct newsline_file pages_files[] = {
    ENTRY(months, "lexicons/pages/months.tsv"),
    ENTRY(date_words, "lexicons/pages/date_words.tsv"),
    ENTRY(furniture, "lexicons/pages/furniture.tsv"),
    ENTRY(marks, "lexicons/pages/marks.tsv"),
    ENTRY(bylines, "lexicons/pages/bylines.tsv"),
    ENTRY(author_marks, "lexicons/pages/author_marks.tsv"),
    ENTRY(picture_credits, "lexicons/pages/picture_credits.tsv"),
    ENTRY(wires, "lexicons/pages/wires.tsv"),
    ENTRY(stopwords, "lexicons/pages/stopwords.tsv"),
    ENTRY(character_references, "lexicons/pages/character_references.tsv"),
    ENTRY(page_classes, "lexicons/pages/page_classes.tsv"),
    ENTRY(site_suffixes, "lexicons/pages/site_suffixes.tsv"),
    END,
};
