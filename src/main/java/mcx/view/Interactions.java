package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcx.design.Id;
import mcx.diagram.Snapping;
import mcx.editor.tool.Preview;
import mcx.geometry.Polyline;
import mcx.paint.Interaction;
import org.jspecify.annotations.Nullable;

/** From what the tools say is under way to what is drawn of it. */
final class Interactions {

  private Interactions() {}

  static Interaction of(Set<Id> selected, Preview p) {
    List<Snapping.Guide> guides = new ArrayList<>();
    p.guides().forEach(g -> guides.add(new Snapping.Guide(g.from(), g.to())));
    List<Interaction.Ghost> ghosts = new ArrayList<>();
    Preview.Ghost ghost = p.ghost();
    if (ghost != null) {
      ghosts.add(
          new Interaction.Ghost(ghost.bounds(), ghost.stencil().label(), ghost.stencil().icon()));
    }
    boolean still = p.bounds().isEmpty() && p.halfLink() == null && ghost == null;
    return new Interaction(
        selected,
        selected.size() == 1 && still,
        p.hovered() == null ? p.connectHandles() : p.hovered(),
        p.rubberBand(),
        guides,
        link(p),
        drop(p),
        ghosts,
        p.dimmed());
  }

  private static Interaction.@Nullable HalfLink link(Preview p) {
    Preview.HalfLink half = p.halfLink();
    if (half == null) {
      return null;
    }
    Interaction.State state =
        half.to() == null
            ? Interaction.State.OPEN
            : half.allowed() ? Interaction.State.ALLOWED : Interaction.State.REFUSED;
    return new Interaction.HalfLink(
        new Polyline(List.of(half.start(), half.end())), state, half.to() == null ? "" : p.status());
  }

  private static Interaction.@Nullable Drop drop(Preview p) {
    Preview.Ghost ghost = p.ghost();
    boolean refused = p.refused() || (ghost != null && !ghost.allowed());
    if (ghost == null && p.dropInto() == null) {
      return null;
    }
    return new Interaction.Drop(
        p.dropInto(),
        refused ? Interaction.State.REFUSED : Interaction.State.ALLOWED,
        refused ? p.status() : "");
  }
}
