#include "Files.h"

static const unsigned char stylesheet[] = {
#embed "site/site.css"
};
static const unsigned char live[] = {
#embed "site/live.js"
};
static const unsigned char icon[] = {
#embed "site/icon.svg"
};
static const unsigned char layout[] = {
#embed "site/layout.mustache"
};
static const unsigned char home[] = {
#embed "site/home.mustache"
};
static const unsigned char article[] = {
#embed "site/article.mustache"
};
static const unsigned char actor[] = {
#embed "site/actor.mustache"
};
static const unsigned char events[] = {
#embed "site/events.mustache"
};
static const unsigned char events_table[] = {
#embed "site/events-table.mustache"
};
static const unsigned char event[] = {
#embed "site/event.mustache"
};
static const unsigned char groups[] = {
#embed "site/groups.mustache"
};
static const unsigned char place[] = {
#embed "site/place.mustache"
};
static const unsigned char sources[] = {
#embed "site/sources.mustache"
};
static const unsigned char search[] = {
#embed "site/search.mustache"
};
static const unsigned char codebook[] = {
#embed "site/codebook.mustache"
};
static const unsigned char about[] = {
#embed "site/about.mustache"
};
static const unsigned char error[] = {
#embed "site/error.mustache"
};

const struct newsline_file site_files[] = {
    ENTRY(stylesheet, "site/site.css"),
    ENTRY(live, "site/live.js"),
    ENTRY(icon, "site/icon.svg"),
    ENTRY(layout, "site/layout.mustache"),
    ENTRY(home, "site/home.mustache"),
    ENTRY(article, "site/article.mustache"),
    ENTRY(actor, "site/actor.mustache"),
    ENTRY(events, "site/events.mustache"),
    ENTRY(events_table, "site/events-table.mustache"),
    ENTRY(event, "site/event.mustache"),
    ENTRY(groups, "site/groups.mustache"),
    ENTRY(place, "site/place.mustache"),
    ENTRY(sources, "site/sources.mustache"),
    ENTRY(search, "site/search.mustache"),
    ENTRY(codebook, "site/codebook.mustache"),
    ENTRY(about, "site/about.mustache"),
    ENTRY(error, "site/error.mustache"),
    END,
};
