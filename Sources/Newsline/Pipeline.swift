import Coding
import Intake
import Knowledge
import Pages
import Record
import Syntax
