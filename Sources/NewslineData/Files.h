#pragma once
#include <stddef.h>

/// A file that is compiled in.
struct newsline_file {
  const char *path;
  const unsigned char *bytes;
  size_t size;
};

/// A file's entry: the array that holds its bytes, and its path below this folder.
#define ENTRY(bytes, path) {path, bytes, sizeof bytes}
/// The end of a stage's list.
#define END {NULL, NULL, 0}

// One list a stage, each in the C file of its name.
extern const struct newsline_file intake_files[], pages_files[], syntax_files[], knowledge_files[],
    times_files[], mentions_files[], statements_files[], events_files[],
    event_verbs_files[], event_nouns_files[], site_files[];
