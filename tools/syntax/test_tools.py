"""What the trainer reads and makes of it, apart from the network: `python3 -m unittest discover tools/syntax`."""
import random
import tempfile
import unittest

import gaps
import inflections
import lemmas
import names
import treebank
from atoms import BUCKETS, atoms

GUM = """# newdoc id = made
# text = Dr. Ada Lovett flew to Kabul.
1\tDr.\tDr.\tPROPN\tNNP\tNumber=Sing\t2\tnmod:desc\t_\tEntity=(1-person-new-x
2\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_
3\tLovett\tLovett\tPROPN\tNNP\tNumber=Sing\t2\tflat\t_\tEntity=1)
4\tflew\tfly\tVERB\tVBD\t_\t0\troot\t_\t_
5\tto\tto\tADP\tIN\t_\t6\tcase\t_\t_
6\tKabul\tKabul\tPROPN\tNNP\tNumber=Sing\t4\tobl\t_\tEntity=(2-place-new-x)|SpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""


def read(text):
    with tempfile.NamedTemporaryFile("w", suffix=".conllu") as file:
        file.write(text)
        file.flush()
        return treebank.read(file.name)


def read_gaps(gold, read):
    with tempfile.NamedTemporaryFile("w", suffix=".conllu") as one, tempfile.NamedTemporaryFile("w") as other:
        one.write(gold)
        one.flush()
        other.write(read)
        other.flush()
        return gaps.paragraphs(one.name, other.name)


class Lists:
    """Lists of a few words."""

    places, bodies, countries = {"kabul"}, {"red cross"}, {"norway"}
    given, family, single_places = ["Omar"], ["Varga"], ["Baku"]

    def of(self, word):
        return {"ada": 1, "kabul": 4}.get(word.lower(), 0)


class TrainerTests(unittest.TestCase):
    def test_an_entity_gives_the_proper_nouns_around_its_head_without_the_title(self):
        (sentence,) = read(GUM)
        self.assertEqual(sentence.names, [0, 1, 2, 0, 0, 5, 0])
        self.assertEqual(sentence.heads, [2, 4, 2, 0, 6, 4, 4])

    def test_multiword_tokens_and_empty_nodes_are_no_words(self):
        blanks = "\t_" * 5
        (sentence,) = read(f"1-2\tdon't{blanks}\t_\t_\t_\n1\tdo\tdo\tAUX\tVB\t_\t0\troot\t_\t_\n1.1\tx{blanks}\t_\t_\t_\n"
                           "2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n\n")
        self.assertEqual(sentence.forms, ["do", "n't"])

    def test_without_entities_words_that_are_no_proper_nouns_are_outside_and_doubtful_ones_unlabelled(self):
        (sentence,) = read(GUM.replace("Entity=", "Other=").replace("Lovett", "Zzyq"))
        self.assertIsNone(sentence.names)
        names.label(sentence, Lists())
        self.assertEqual(sentence.names, [0, 1, 2, 0, 0, 5, 0])
        sentence.forms[5] = "Xanadu"
        names.label(sentence, Lists())
        self.assertEqual(sentence.names[5], -1)

    def test_other_names_stand_where_names_stood(self):
        (sentence,) = read(GUM)
        forms = names.renamed(sentence.forms, sentence.names, Lists(), random.Random(1))
        self.assertEqual(forms, ["Dr.", "Omar", "Varga", "flew", "to", "Baku", "."])

    def test_countries_are_places_peoples_no_names_and_hyphened_words_one_name(self):
        forms = ["Norway", "and", "Danes", "at", "Fresh", "-", "Cola"]
        tags = ["PROPN|NNP", "CCONJ|CC", "PROPN|NNPS", "ADP|IN", "PROPN|NNP", "PUNCT|HYPH", "PROPN|NNP"]
        self.assertEqual(names.mended(forms, tags, [3, 0, 1, 0, 3, 0, 3], Lists()), [5, 0, 0, 0, 3, 4, 4])

    def test_a_lemma_rule_makes_the_lemma_that_it_was_made_from(self):
        for form, lemma in [("Countries", "country"), ("Taliban", "Taliban"), ("was", "be"), ("’s", "'s"), ("Élus", "élu")]:
            self.assertEqual(lemmas.apply(lemmas.rule(form, lemma), form), lemma)

    def test_hashed_rows_lie_within_their_tables_and_case_and_digits_do_not_count(self):
        for form in ["a", "Kabul", "1999", "’s", "é", "x" * 500]:
            self.assertTrue(all(0 <= r < b for r, b in zip(atoms(form)[1], BUCKETS)))
        self.assertEqual(atoms("KABUL")[0], atoms("kabul")[0])
        self.assertEqual(atoms("1999")[0], atoms("2024")[0])


class Inflections(unittest.TestCase):
    def test_regular_forms_come_from_their_stems(self):
        for form, ending, first in [
            ("denied", "ed", "deny"), ("ties", "s", "ty"), ("clashes", "s", "clash"), ("running", "ing", "run"),
            ("closing", "ing", "clos"), ("treaties", "s", "treaty"),
        ]:
            self.assertEqual(inflections.stems(form, ending)[0], first)
        self.assertIn("tie", inflections.stems("ties", "s"))
        self.assertIn("close", inflections.stems("closing", "ing"))
        self.assertEqual(inflections.stems("press", "s") + inflections.stems("thing", "ed"), [])

    def test_one_rule_serves_a_form_in_both_cases(self):
        self.assertEqual(inflections.best_rule({("I", "I"): 9, ("i", "I"): 2}), ("l\t1\tI", 11))
        self.assertEqual(inflections.best_rule({("Left", "leave"): 1, ("left", "leave"): 3, ("left", "left"): 1})[1], 4)

    def test_the_treebank_comes_first_and_known_words_after_it(self):
        sentences = read(GUM)

        class Vocabulary:
            of = {"tags": {"VERB|VBD": 4, "VERB|VBG": 5}, "lemmas": {lemmas.rule("flew", "fly"): 7, lemmas.rule("denying", "deny"): 8}}

        table = inflections.table(sentences, Vocabulary, ["denying", "deny", "sting"])
        self.assertEqual(table, {
            inflections.key(atoms("flew")[0], 4): 7, inflections.key(atoms("denying")[0], 5): 8})


class Gaps(unittest.TestCase):
    def test_atoms_are_those_that_swift_computes(self):
        self.assertEqual(gaps.atoms("U.S."), (0x13C78F2F8485E619, 0x4F77D65BC3C0CB12, 0xA3D489F327B2FEFE, 0x412E412E))
        self.assertEqual(gaps.atoms("Kabul"), (0xDC08C0BA6E933467, 0x3742D4F6E3A93E4F, 0x650DFC7B38D11342, 0x416161))

    def test_sentences_of_the_treebank_are_found_among_the_words(self):
        gold = "# newpar\n# text = They don't.\n# text = We do\n# newpar\n# text = Now.\n"
        blank = "\t_" * 7
        read = (f"1\tThey{blank}\t_\n2-3\tdon't{blank}\tSpaceAfter=No\n2\tdo{blank}\t_\n3\tn't{blank}\t_\n"
                f"4\t.{blank}\t_\n5\tWe{blank}\t_\n6\tdo{blank}\t_\n\n1\tNow.{blank}\t_\n\n")
        (words, ends, count), (last, last_ends, _) = read_gaps(gold, read)
        self.assertEqual([w[0] for w in words], ["They", "do", "n't", ".", "We", "do"])
        self.assertEqual(ends, [False, False, False, True, False, True])
        self.assertEqual((count, last_ends, [w[0] for w in last]), (2, [True], ["Now."]))
        # The rules see no end here; small letters follow letters, and "n't" is of one token with "do".
        self.assertEqual([i for i, _ in gaps.candidates(words)], [2, 3])


if __name__ == "__main__":
    unittest.main()
