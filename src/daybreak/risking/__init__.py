"""What could go wrong: a plan shot again and again under stated assumptions.

The risk model says what may happen, `simulate` shoots the plan day by day and repairs
it as a production would, and the rule book counts and checks what came of it. It reads
the rule book and knows no solver: a repair takes milliseconds.
"""

from daybreak.risking.assumptions import (
    RiskModel,
    Stoppage,
    risk_model_from,
    risk_model_text,
    without_risks,
)
from daybreak.risking.chances import Chance, Quantile, chance_of, quantile_of
from daybreak.risking.outcome import Outcome
from daybreak.risking.running import Bet, outcomes, prepared
from daybreak.risking.shooting import simulate
from daybreak.risking.summing import Cause, PictureRisk, Summary, summary_of
from daybreak.risking.world import UncertainFact

__all__ = [
    "Bet",
    "Cause",
    "Chance",
    "Outcome",
    "PictureRisk",
    "Quantile",
    "RiskModel",
    "Stoppage",
    "Summary",
    "UncertainFact",
    "chance_of",
    "outcomes",
    "prepared",
    "quantile_of",
    "risk_model_from",
    "risk_model_text",
    "simulate",
    "summary_of",
    "without_risks",
]
