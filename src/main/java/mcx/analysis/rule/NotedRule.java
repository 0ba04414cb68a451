package mcx.analysis.rule;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.NoteText;
import mcx.compile.Note;

/**
 * A rule whose condition compiling notices, since the network is built otherwise where it holds.
 * Adds to the note what a finding needs: remedies and fixes.
 */
public abstract class NotedRule extends Rule {

  protected NotedRule(String id) {
    super(id);
  }

  @Override
  public final List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Note note : situation.analysis().compiled().notes()) {
      if (note.rule().equals(id())) {
        NoteText text = NoteText.of(note);
        FindingDraft draft =
            finding(subjects(situation, note))
                .showing(note.subjects())
                .severity(note.severity())
                .title(text.title())
                .text(text.rest());
        if (!note.source().isEmpty()) {
          draft.source(note.source());
        }
        complete(situation, note, draft);
        found.add(draft.done());
      }
    }
    return found;
  }

  /** What the finding is about: the first thing that the note speaks of, unless told otherwise. */
  protected List<mcx.design.Id> subjects(Situation situation, Note note) {
    return note.subjects().isEmpty() ? List.of() : List.of(note.subjects().getFirst());
  }

  /** Adds remedies and fixes. */
  protected abstract void complete(Situation situation, Note note, FindingDraft draft);
}
