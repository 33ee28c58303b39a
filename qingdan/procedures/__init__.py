"""How things are done under the law: declared procedures, and the engine that moves cases through them. Pure.

``grammar`` holds the words, ``engine`` moves a state by one step, ``fragments`` holds passages that procedures
share, ``stages`` where a case can stand. Every other module declares one procedure and reads like its articles.
"""

from qingdan.law.pack import model_law

model_law()  # gives the law's rules and events their names, by which steps, fields and clocks are known
