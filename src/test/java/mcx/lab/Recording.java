package mcx.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import mcx.export.lab.LabDaemon;
import mcx.inet.AsPath;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.lab.RouterRib.Candidate;
import mcx.network.VrfId;
import mcx.routing.Route.OriginCode;
import org.jspecify.annotations.Nullable;

/**
 * What the daemons of one lab had in their tables, well and after failures.
 *
 * @param name the number of a random network, or the name of a sample
 * @param fingerprint of the network, to notice that it has changed since
 */
record Recording(String name, LabDaemon.Choice choice, String fingerprint, List<State> states) {

  /** The tables under some failures; next hops are not recorded. */
  record State(List<String> failures, Map<VrfId, RouterRib> tables) {}

  Recording {
    states = List.copyOf(states);
  }

  // --- as text: a line for each prefix of a table, and states after the first as what changed

  static void write(Path file, List<Recording> all) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      StringBuilder text = new StringBuilder();
      for (Recording r : all) {
        r.append(text);
      }
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void append(StringBuilder text) {
    text.append("lab\t").append(name).append('\t').append(choice).append('\t');
    text.append(fingerprint).append('\n');
    Map<String, Integer> routes = new LinkedHashMap<>();
    Map<String, String> before = Map.of();
    for (State s : states) {
      Map<String, String> now = lines(s, routes, text);
      text.append("state\t").append(String.join("\t", s.failures)).append('\n');
      text.append("tables");
      s.tables.keySet().forEach(t -> text.append('\t').append(t));
      text.append('\n');
      for (Map.Entry<String, String> e : now.entrySet()) {
        if (!e.getValue().equals(before.get(e.getKey()))) {
          text.append(e.getKey()).append('\t').append(e.getValue()).append('\n');
        }
      }
      for (String gone : before.keySet()) {
        if (!now.containsKey(gone)) {
          text.append(gone).append('\n');
        }
      }
      before = now;
    }
  }

  /** The candidates by table and prefix; routes that are new are defined in the text first. */
  private static Map<String, String> lines(
      State s, Map<String, Integer> routes, StringBuilder text) {
    Map<String, String> lines = new LinkedHashMap<>();
    s.tables.forEach(
        (table, rib) ->
            rib.routes()
                .forEach(
                    (prefix, list) -> {
                      List<String> all = new ArrayList<>();
                      for (Candidate c : list) {
                        String route = words(c);
                        Integer known = routes.get(route);
                        if (known == null) {
                          known = routes.size();
                          routes.put(route, known);
                          text.append("=\t").append(route).append('\n');
                        }
                        all.add(
                            (c.best() ? "*" : c.shares() ? "+" : c.reachable() ? "" : "?")
                                + (c.session() == null ? "" : c.session())
                                + " "
                                + known);
                      }
                      lines.put(table + "\t" + prefix, String.join("\t", all));
                    }));
    return lines;
  }

  private static String words(Candidate c) {
    return c.asPath()
        + "|"
        + (c.localPreference() == null ? "" : c.localPreference())
        + "|"
        + c.med()
        + "|"
        + c.origin().ordinal()
        + "|"
        + c.communities().stream()
            .sorted()
            .map(Community::toString)
            .collect(Collectors.joining(" "));
  }

  static List<Recording> read(InputStream in) throws IOException {
    List<Recording> all = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      Reader r = null;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] f = line.split("\t", -1);
        if (f[0].equals("lab")) {
          if (r != null) {
            all.add(r.done());
          }
          r = new Reader(f);
        } else {
          Objects.requireNonNull(r).line(f);
        }
      }
      if (r != null) {
        all.add(r.done());
      }
    }
    return all;
  }

  private static final class Reader {
    private final String[] head;
    private final List<Candidate> routes = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private List<String> failures = List.of();
    private List<VrfId> tables = List.of();
    private final Map<VrfId, SortedMap<Prefix, List<Candidate>>> now = new HashMap<>();
    private boolean open;

    Reader(String[] head) {
      this.head = head;
    }

    void line(String[] f) {
      switch (f[0]) {
        case "=" -> routes.add(route(f[1]));
        case "state" -> {
          close();
          open = true;
          failures = Arrays.stream(f).skip(1).filter(x -> !x.isEmpty()).toList();
        }
        case "tables" -> tables = Arrays.stream(f).skip(1).map(Reader::table).toList();
        default -> {
          SortedMap<Prefix, List<Candidate>> of =
              now.computeIfAbsent(table(f[0]), k -> new TreeMap<>());
          if (f.length == 2) {
            of.remove(Prefix.of(f[1]));
          } else {
            of.put(Prefix.of(f[1]), Arrays.stream(f).skip(2).map(this::candidate).toList());
          }
        }
      }
    }

    private static VrfId table(String text) {
      int colon = text.indexOf(':');
      return colon < 0
          ? VrfId.of(text)
          : new VrfId(text.substring(0, colon), text.substring(colon + 1));
    }

    private static Candidate route(String text) {
      String[] p = text.split("\\|", -1);
      Set<Community> communities = new HashSet<>();
      for (String c : p[4].split(" ", -1)) {
        if (!c.isEmpty()) {
          communities.add(Community.of(c));
        }
      }
      return new Candidate(
          false,
          false,
          true,
          null,
          AsPath.parse(p[0]),
          p[1].isEmpty() ? null : Long.valueOf(p[1]),
          Long.parseLong(p[2]),
          communities,
          OriginCode.values()[Integer.parseInt(p[3])],
          "");
    }

    private Candidate candidate(String text) {
      int blank = text.lastIndexOf(' ');
      String session = text.substring(0, blank);
      char mark = session.isEmpty() ? ' ' : session.charAt(0);
      if (mark == '*' || mark == '+' || mark == '?') {
        session = session.substring(1);
      }
      Candidate r = routes.get(Integer.parseInt(text.substring(blank + 1)));
      return new Candidate(
          mark == '*',
          mark == '*' || mark == '+',
          mark != '?',
          orNull(session),
          r.asPath(),
          r.localPreference(),
          r.med(),
          r.communities(),
          r.origin(),
          "");
    }

    private static @Nullable String orNull(String text) {
      return text.isEmpty() ? null : text;
    }

    private void close() {
      if (open) {
        Map<VrfId, RouterRib> all = new TreeMap<>();
        for (VrfId t : tables) {
          all.put(t, new RouterRib(t, now.getOrDefault(t, new TreeMap<>())));
        }
        states.add(new State(failures, all));
      }
    }

    Recording done() {
      close();
      return new Recording(head[1], LabDaemon.Choice.valueOf(head[2]), head[3], states);
    }
  }
}
