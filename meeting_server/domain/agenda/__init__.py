"""The steps of a meeting, its pauses and turns, and what is noted at each step."""

from ..audiences import ROOM
from ..rules import LIVE, OPEN, PAUSED, SAID, Rule
from . import pause, reports, stage_notes, stages, timer, turns

COMMANDS: dict[type, Rule] = {
    reports.NoteReport: Rule("minute", LIVE),
    stage_notes.NoteStage: Rule("minute", SAID),
    stages.GoToStage: Rule("steer", LIVE),
    stages.CallTogether: Rule("steer", OPEN),
    timer.StartTimer: Rule("steer", OPEN),
    timer.StopTimer: Rule("steer", OPEN),
    turns.StartTurns: Rule("steer", OPEN),
    turns.NextTurn: Rule("steer", OPEN),
    turns.EndTurns: Rule("steer", OPEN),
    pause.PauseMeeting: Rule(None, OPEN),
    pause.ResumeMeeting: Rule("steer", PAUSED),
}
EVENTS: tuple[type, ...] = (
    reports.ReportNoted,
    stage_notes.StageNoted,
    stages.StageOpened,
    stages.CalledTogether,
    timer.TimerStarted,
    timer.TimerStopped,
    turns.TurnsStarted,
    turns.TurnTaken,
    turns.TurnsEnded,
    pause.MeetingPaused,
    pause.MeetingResumed,
)
THINGS: dict[type, tuple[str, ...]] = {
    reports.Report: (ROOM,),
    stage_notes.StageNote: (ROOM,),
    stages.Agenda: (ROOM,),
    timer.Timer: (ROOM,),
    turns.Turns: (ROOM,),
}
