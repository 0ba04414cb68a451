package mcx.network;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression for AS paths, as written with blanks: it matches a path of which some part
 * matches. Two are equal where their texts are.
 */
public final class PathMatch {

  private final Pattern compiled;

  private PathMatch(Pattern compiled) {
    this.compiled = compiled;
  }

  /**
   * The match for a regular expression in Java's form.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static PathMatch of(String text) {
    return new PathMatch(Pattern.compile(text));
  }

  /** The regular expression. */
  public String pattern() {
    return compiled.pattern();
  }

  /**
   * Whether some part of a path matches.
   *
   * @param path its numbers separated by blanks, nearest first
   */
  public boolean matches(String path) {
    return compiled.matcher(path).find();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathMatch m && pattern().equals(m.pattern());
  }

  @Override
  public int hashCode() {
    return pattern().hashCode();
  }

  @Override
  public String toString() {
    return pattern();
  }
}
