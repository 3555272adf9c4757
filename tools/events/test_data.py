"""What the trainer reads and how it is judged, apart from the layer: `python3 -m unittest discover tools/events`."""
import unittest

import data
import petrarch


def event(type, status="happened", actors=("m1",), recipients=("m2",), rule="verb:made", **more):
    return {"type": type, "status": status, "actors": list(actors), "recipients": list(recipients), "rule": rule, "confidence": 0.5} | more


def row(gold, *proposals):
    return data.Row("0", "made", gold, list(proposals))


class DataTests(unittest.TestCase):
    def test_marks_give_the_bare_text_and_the_spans(self):
        text, parties = data.marked("<s>Norway</s> met <t>Chad</t>.")
        self.assertEqual(text, "Norway met Chad.")
        self.assertEqual(parties, {"s": [[0, 6]], "t": [[11, 15]]})

    def test_an_act_and_its_standing_fold_into_one_category(self):
        for made, expected in [
                (event("CONSULT", "planned"), "AGREE"), (event("AID", "called_for"), "REQUEST"), (event("RETREAT"), "YIELD"),
                (event("ASSAULT", "planned"), "THREATEN"), (event("ASSAULT", "refused"), "REJECT"),
                (event("SANCTION", mode="convict"), "ACCUSE"), (event("ACCUSE", "planned"), "ACCUSE")]:
            self.assertEqual(data.root(made), expected)

    def test_an_event_joins_in_its_roles_and_a_mutual_one_either_way(self):
        spans, parties = {"m1": [(0, 6)], "m2": [(11, 15)]}, {"s": [[0, 6]], "t": [[11, 15]]}
        turned = {"actors": ["m2"], "recipients": ["m1"]}
        self.assertEqual(data.relation(event("ASSAULT"), spans, parties), (True, True))
        self.assertEqual(data.relation(event("ASSAULT") | turned, spans, parties), (False, True))
        self.assertEqual(data.relation(event("CONSULT") | turned, spans, parties), (True, True))
        self.assertEqual(data.relation(event("CONSULT", actors=["m1", "m2"], recipients=[]), spans, parties), (True, True))

    def test_of_events_that_join_those_of_the_right_category_are_examples_and_frameless_ones_of_nothing(self):
        right, wrong = (data.Proposal(event(type), [], True, True) for type in ("AID", "ACCUSE"))
        frameless = data.Proposal(event("CONSULT", rule="none"), [], False, False)
        self.assertEqual(data.examples(row("AID", right, wrong, frameless)), [(right, "AID", 1.0), (frameless, "NONE", 0.3)])
        self.assertEqual(data.examples(row("REJECT", wrong)), [(wrong, "REJECT", 1.0)])

    def test_a_frameless_event_that_joins_is_an_example_where_no_frame_speaks(self):
        frameless = data.Proposal(event("CONSULT", rule="none"), [], True, True)
        self.assertEqual(data.examples(row("AID", frameless)), [(frameless, "AID", 1.0)])

    def test_rows_without_an_event_are_counted(self):
        proposal = data.Proposal(event("AID"), [], True, True)
        rows = [row("AID", proposal), row("AID")]
        macro, accuracy, joined, missing = data.scores(rows, lambda r: [(p.root, p, 1) for p in r.proposals])
        self.assertEqual((accuracy, joined, missing), (50, 50, 50))
        self.assertAlmostEqual(macro, 200 / 3)

    def test_a_coding_takes_one_event_and_old_roots_their_own(self):
        events = [{"cameo": "111"}, {"cameo": "042"}]
        self.assertEqual(petrarch.matched(["112", "110", "031"], events, lambda code: [code[:2]]), [True, False, False])
        self.assertEqual(petrarch.matched(["122", "032"], events, lambda code: petrarch.WEIS[code[:2]].split()), [True, True])


if __name__ == "__main__":
    unittest.main()
