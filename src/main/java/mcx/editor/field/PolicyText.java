package mcx.editor.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcx.design.ListName;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.Change;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RoutePolicy.Term;
import mcx.editor.Texts;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * A route policy as text that can be read and typed, one term on each line, the last line for all
 * else:
 *
 * <pre>
 * own: permit 10.0.0.0/8 le 24, 192.168.0.0/16 set local-preference 200 add 65010:100
 * permit list branches, campus
 * deny community no-export as-path "_64514$" neighbor 65020
 * otherwise permit
 * </pre>
 *
 * <p>What is printed is read back as the same policy.
 */
final class PolicyText {

  private static final Pattern TOKEN =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+)|(,)");
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._-]+");

  private PolicyText() {}

  static String print(RoutePolicy policy) {
    if (policy.equals(RoutePolicy.PERMIT_ALL)) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Term term : policy.terms()) {
      text.append(print(term)).append('\n');
    }
    return text.append(policy.otherwise() ? "otherwise permit" : "otherwise deny").toString();
  }

  private static String print(Term term) {
    List<String> words = new ArrayList<>();
    if (!term.name().isEmpty()) {
      words.add(
          (PLAIN_NAME.matcher(term.name()).matches() ? term.name() : quoted(term.name())) + ":");
    }
    words.add(term.permit() ? "permit" : "deny");
    if (!term.prefixes().isEmpty()) {
      words.add(String.join(", ", term.prefixes().stream().map(PolicyText::print).toList()));
    }
    if (!term.lists().isEmpty()) {
      words.add("list " + list(term.lists()));
    }
    if (!term.communities().isEmpty()) {
      words.add("community " + list(term.communities()));
    }
    if (term.asPath() != null) {
      words.add("as-path " + quoted(term.asPath()));
    }
    if (term.neighbor() != null) {
      words.add("neighbor " + term.neighbor());
    }
    Change set = term.set();
    if (!set.equals(Change.NONE)) {
      words.add("set");
      add(words, "local-preference", set.localPreference());
      add(words, "med", set.med());
      add(words, "prepend", set.prepend() == 0 ? null : set.prepend());
      add(words, "weight", set.weight());
      add(words, "add", set.addCommunities().isEmpty() ? null : list(set.addCommunities()));
      add(
          words,
          "remove",
          set.removeCommunities().isEmpty() ? null : list(set.removeCommunities()));
    }
    return String.join(" ", words);
  }

  private static String print(PrefixMatch match) {
    return match.prefix()
        + (match.ge() == null ? "" : " ge " + match.ge())
        + (match.le() == null ? "" : " le " + match.le());
  }

  private static void add(List<String> words, String word, @Nullable Object value) {
    if (value != null) {
      words.add(word + " " + value);
    }
  }

  private static String list(Collection<?> all) {
    return String.join(", ", all.stream().map(Object::toString).toList());
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + "\"";
  }

  private static String unquoted(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        char next = text.charAt(i);
        plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /**
   * Reads a policy; an empty text is one that permits all.
   *
   * @throws IllegalArgumentException with the line, what is wrong with it, and what would be right
   */
  static RoutePolicy parse(String text) {
    List<Term> terms = new ArrayList<>();
    Boolean otherwise = null;
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      if (otherwise != null) {
        throw wrong(number, Texts.get("policy.afterOtherwise"));
      }
      try {
        String[] words = line.strip().split("\\s+");
        if (words[0].equals("otherwise")) {
          if (words.length != 2 || !(words[1].equals("permit") || words[1].equals("deny"))) {
            throw new IllegalArgumentException(Texts.get("policy.otherwise"));
          }
          otherwise = words[1].equals("permit");
        } else {
          terms.add(new Line(line).term());
        }
      } catch (IllegalArgumentException e) {
        throw wrong(number, String.valueOf(e.getMessage()));
      }
    }
    if (otherwise == null) {
      if (terms.isEmpty()) {
        return RoutePolicy.PERMIT_ALL;
      }
      throw new IllegalArgumentException(Texts.get("policy.noOtherwise"));
    }
    return new RoutePolicy(terms, otherwise);
  }

  private static IllegalArgumentException wrong(int line, String reason) {
    return new IllegalArgumentException(Texts.get("policy.line", line, reason));
  }

  /** One word of a line. */
  private record Token(String text, boolean quoted, int end) {
    boolean is(String word) {
      return !quoted && text.equals(word);
    }
  }

  /** Reads one term. */
  private static final class Line {

    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Line(String line) {
      this.line = line;
      Matcher m = TOKEN.matcher(line);
      int end = 0;
      while (m.find()) {
        if (!line.substring(end, m.start()).isBlank()) {
          throw new IllegalArgumentException(Texts.get("policy.quote"));
        }
        end = m.end();
        String quoted = m.group(1);
        tokens.add(
            quoted != null
                ? new Token(unquoted(quoted), true, m.end())
                : new Token(m.group(), false, m.end()));
      }
      if (!line.substring(end).isBlank()) {
        throw new IllegalArgumentException(Texts.get("policy.quote"));
      }
    }

    Term term() {
      String name = name();
      boolean permit = permit();
      List<PrefixMatch> prefixes = new ArrayList<>();
      Set<ListName> lists = new TreeSet<>();
      List<Community> communities = new ArrayList<>();
      String asPath = null;
      Asn neighbor = null;
      Change set = Change.NONE;
      while (at < tokens.size()) {
        Token token = tokens.get(at++);
        if (token.is("list")) {
          lists.addAll(lists());
        } else if (token.is("community")) {
          communities.addAll(communities());
        } else if (token.is("as-path")) {
          asPath = next("as-path").text();
        } else if (token.is("neighbor")) {
          neighbor = Asn.of(next("neighbor").text());
        } else if (token.is("set")) {
          set = change();
        } else if (token.is("all")) {
          // Says what is so anyway, for those who like to see it.
          continue;
        } else {
          at--;
          prefixes.addAll(prefixes());
        }
      }
      return new Term(name, prefixes, lists, communities, asPath, neighbor, permit, set);
    }

    private String name() {
      Token first = tokens.getFirst();
      if (first.quoted()
          && tokens.size() > 1
          && tokens.get(1).is(":")
          && line.startsWith(":", first.end())) {
        at = 2;
        return first.text();
      }
      if (!first.quoted() && first.text().endsWith(":") && first.text().length() > 1) {
        at = 1;
        return first.text().substring(0, first.text().length() - 1);
      }
      return "";
    }

    private boolean permit() {
      if (at < tokens.size()) {
        Token token = tokens.get(at++);
        if (token.is("permit") || token.is("deny")) {
          return token.is("permit");
        }
      }
      throw new IllegalArgumentException(Texts.get("policy.permit"));
    }

    private List<PrefixMatch> prefixes() {
      List<PrefixMatch> all = new ArrayList<>();
      do {
        Token token = next("permit");
        if (!token.text().contains("/")) {
          throw new IllegalArgumentException(Texts.get("policy.word", token.text()));
        }
        Prefix prefix = Prefix.of(token.text());
        Integer ge = bound("ge");
        Integer le = bound("le");
        all.add(new PrefixMatch(prefix, ge, le));
      } while (comma());
      return all;
    }

    private @Nullable Integer bound(String word) {
      if (at < tokens.size() && tokens.get(at).is(word)) {
        at++;
        return (int) number(word);
      }
      return null;
    }

    private List<ListName> lists() {
      List<ListName> all = new ArrayList<>();
      do {
        all.add(new ListName(next("list").text()));
      } while (comma());
      return all;
    }

    private List<Community> communities() {
      List<Community> all = new ArrayList<>();
      do {
        all.add(Community.of(next("community").text()));
      } while (comma());
      return all;
    }

    private Change change() {
      Long localPreference = null;
      Long med = null;
      int prepend = 0;
      Integer weight = null;
      List<Community> added = List.of();
      List<Community> removed = List.of();
      while (at < tokens.size()) {
        Token token = tokens.get(at++);
        switch (token.text()) {
          case "local-preference" -> localPreference = number(token.text());
          case "med" -> med = number(token.text());
          case "prepend" -> prepend = (int) number(token.text());
          case "weight" -> weight = (int) number(token.text());
          case "add" -> added = communities();
          case "remove" -> removed = communities();
          default -> throw new IllegalArgumentException(Texts.get("policy.setWord", token.text()));
        }
      }
      return new Change(localPreference, med, prepend, added, removed, weight);
    }

    private Token next(String after) {
      if (at >= tokens.size()) {
        throw new IllegalArgumentException(Texts.get("policy.missing", after));
      }
      return tokens.get(at++);
    }

    private long number(String word) {
      String text = next(word).text();
      try {
        long value = Long.parseLong(text);
        // Beyond what an int holds the record's own check could not see it.
        if (value >= 0 && (value <= Integer.MAX_VALUE || word.matches("local-preference|med"))) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Falls through to the one message.
      }
      throw new IllegalArgumentException(Texts.get("policy.number", word, text));
    }

    private boolean comma() {
      if (at < tokens.size() && tokens.get(at).is(",")) {
        at++;
        return true;
      }
      return false;
    }
  }
}
