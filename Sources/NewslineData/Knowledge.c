#include "Files.h"

static const unsigned char countries[] = {
#embed "lexicons/knowledge/countries.tsv"
};
static const unsigned char roles[] = {
#embed "lexicons/knowledge/roles.tsv"
};
static const unsigned char titles[] = {
#embed "lexicons/knowledge/titles.tsv"
};
static const unsigned char organisations[] = {
#embed "lexicons/knowledge/organisations.tsv"
};
static const unsigned char armed_groups[] = {
#embed "lexicons/knowledge/armed-groups.tsv"
};
static const unsigned char populations[] = {
#embed "lexicons/knowledge/populations.tsv"
};
static const unsigned char people[] = {
#embed "lexicons/knowledge/people.tsv"
};
static const unsigned char offices[] = {
#embed "lexicons/knowledge/offices.tsv"
};
static const unsigned char affiliations[] = {
#embed "lexicons/knowledge/affiliations.tsv"
};
static const unsigned char aliases[] = {
#embed "lexicons/knowledge/aliases.tsv"
};
static const unsigned char regions[] = {
#embed "lexicons/knowledge/regions.tsv"
};
static const unsigned char localities[] = {
#embed "lexicons/knowledge/localities.tsv"
};
static const unsigned char place_words[] = {
#embed "lexicons/knowledge/place-words.tsv"
};

const struct newsline_file knowledge_files[] = {
    ENTRY(countries, "lexicons/knowledge/countries.tsv"),
    ENTRY(roles, "lexicons/knowledge/roles.tsv"),
    ENTRY(titles, "lexicons/knowledge/titles.tsv"),
    ENTRY(organisations, "lexicons/knowledge/organisations.tsv"),
    ENTRY(armed_groups, "lexicons/knowledge/armed-groups.tsv"),
    ENTRY(populations, "lexicons/knowledge/populations.tsv"),
    ENTRY(people, "lexicons/knowledge/people.tsv"),
    ENTRY(offices, "lexicons/knowledge/offices.tsv"),
    ENTRY(affiliations, "lexicons/knowledge/affiliations.tsv"),
    ENTRY(aliases, "lexicons/knowledge/aliases.tsv"),
    ENTRY(regions, "lexicons/knowledge/regions.tsv"),
    ENTRY(localities, "lexicons/knowledge/localities.tsv"),
    ENTRY(place_words, "lexicons/knowledge/place-words.tsv"),
    END,
};
