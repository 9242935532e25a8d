"""Points: what people say, write for themselves, hold, show, answer and take back."""

from ..audiences import DESK, OWN, PROFESSIONALS, ROOM
from ..rules import DRAFT, LIVE, OPEN, PREPARED, RUNNING, SAID, TALK, Rule
from . import (
    actions,
    answer_link,
    ask_to_read,
    finish_preparing,
    hold_points,
    items,
    move,
    private_points,
    private_writing,
    progress,
    read_back,
    release,
    send_back,
    show_private,
    take_back,
    views,
    write_privately,
)

COMMANDS: dict[type, Rule] = {
    items.AddItem: Rule("contribute", TALK),
    items.ChangeItem: Rule("contribute", SAID),
    move.MoveItem: Rule("contribute", SAID),
    take_back.TakeBackItem: Rule("contribute", SAID),
    release.ReleaseItem: Rule("steer", DRAFT),
    views.AgreeItem: Rule("contribute", SAID),
    views.SeeDifferently: Rule("contribute", SAID),
    views.TakeBackView: Rule("contribute", SAID),
    views.ConfirmWords: Rule(None, SAID),
    read_back.ReadBack: Rule("contribute", SAID),
    ask_to_read.AskToRead: Rule(None, TALK),
    write_privately.WritePrivately: Rule("contribute", RUNNING),
    write_privately.ChangePrivate: Rule("contribute", RUNNING),
    write_privately.DropPrivate: Rule("contribute", LIVE),
    show_private.ShowPrivate: Rule("contribute", OPEN),
    finish_preparing.FinishPreparing: Rule("contribute", PREPARED),
    private_writing.StartPrivateWriting: Rule("steer", OPEN),
    show_private.ShowPrivateWriting: Rule("steer", TALK),
    private_writing.CancelPrivateWriting: Rule("steer", TALK),
    hold_points.HoldPoints: Rule("steer", TALK),
    send_back.SendBackItem: Rule("steer", TALK),
    actions.SetAction: Rule("contribute", SAID),
    actions.AcceptAction: Rule(None, SAID),
    answer_link.AnswerItem: Rule("contribute", SAID),
    progress.NoteProgress: Rule("contribute", SAID),
    progress.ClearProgress: Rule("contribute", SAID),
}
PREPARING: frozenset[type] = frozenset(
    {
        finish_preparing.FinishPreparing,
        write_privately.ChangePrivate,
        write_privately.DropPrivate,
        write_privately.WritePrivately,
    }
)
AFTER_YES: frozenset[type] = frozenset(
    {
        actions.AcceptAction,
        progress.NoteProgress,
        views.AgreeItem,
        views.SeeDifferently,
    }
)
EVENTS: tuple[type, ...] = (
    items.ItemAdded,
    items.ItemChanged,
    move.ItemMoved,
    take_back.ItemTakenBack,
    release.ItemReleased,
    views.AgreementStated,
    views.SeenDifferently,
    views.ViewTakenBack,
    views.WordsConfirmed,
    read_back.WordsReadBack,
    private_points.PrivateItemWritten,
    private_points.PrivateItemChanged,
    private_points.PrivateItemDropped,
    private_points.PrivateItemShown,
    private_points.PrivateItemSentBack,
    send_back.HeldItemSentBack,
    private_writing.PrivateWritingStarted,
    private_writing.PrivateWritingEnded,
    hold_points.HoldingStated,
    finish_preparing.PreparationStated,
    actions.ActionAgreed,
    actions.ActionAccepted,
    answer_link.ItemAnswers,
    progress.ProgressNoted,
    progress.ProgressCleared,
)
THINGS: dict[type, tuple[str, ...]] = {
    items.Item: (ROOM, PROFESSIONALS, DESK, OWN),
    views.View: (ROOM, PROFESSIONALS, DESK, OWN),
    private_points.PrivateItem: (OWN,),
    private_writing.PrivateWriting: (ROOM,),
    hold_points.Holding: (ROOM,),
    finish_preparing.Preparation: (DESK, OWN),
}
