"""Pieces of patterns that several rules share; see ``grammar`` for how to read them."""

MONTH = "(?P<m>month|weak_month|low)dot?"
SECOND_MONTH = "(?P<m2>month|weak_month|low)dot?"
DAY = "(?P<d>digit|nth_digit|nth|second|digit_word)"
SECOND_DAY = "(?P<e>digit|nth_digit|nth|second|digit_word)"
WEEKDAY = "(?P<w>weekday|weak_weekday)dot?"
DAYPART = "(?P<p>daypart)"
NUMBER = "(?:digit|digit_word|count|decimal|year)"

YEAR = "(?:(?:comma|dash|slash)?(?:of|in)?(?:the unit)?(?P<y>year|short_year))"
RELATIVE_YEAR = "(?P<ymod>last|past|previous|this|current|next|coming|following|that|same)(?P<yu>unit)"
YEAR_SAID = f"(?:{YEAR}|comma?of?the?{RELATIVE_YEAR})"

MODIFIER = "(?P<mod>last|past|previous|this|current|next|coming|following|that|these|same)"
PART_OF = "(?P<pmod>last|past|previous|this|current|next|coming|following|that|same|the)(?P<pu>unit)"
WHOLE = f"(?:{MONTH}{YEAR_SAID}?|(?:the unit)?(?P<y_>year|short_year)|the?{PART_OF})"
ROUGH = "(?:the?(?P<r>rough)(?:dash|of|in)?|the?(?P<r_>part)of)"
FIRST_WEEKDAY = "(?:(?P<fw>weekday|weak_weekday)dot?comma?)?"
