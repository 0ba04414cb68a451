package mcx.lab;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks a daemon over its own socket, as its command line tool does. */
final class DaemonSocket implements AutoCloseable {

  private final SocketChannel channel;
  private final boolean bird;

  private DaemonSocket(SocketChannel channel, boolean bird) {
    this.channel = channel;
    this.bird = bird;
  }

  /** A daemon of FRR in this namespace. */
  static DaemonSocket frr(String namespace, String daemon) throws IOException {
    return new DaemonSocket(open(Path.of("/var/run/frr", namespace, daemon + ".vty")), false);
  }

  static DaemonSocket bird(Path socket) throws IOException {
    DaemonSocket s = new DaemonSocket(open(socket), true);
    s.birdReply();
    return s;
  }

  private static SocketChannel open(Path path) throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(path));
  }

  String ask(String command) throws IOException {
    byte[] text = (command + (bird ? "\n" : "\0")).getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.wrap(text);
    while (out.hasRemaining()) {
      channel.write(out);
    }
    return bird ? birdReply() : frrReply();
  }

  /** A reply ends with three zero bytes and the outcome. */
  private String frrReply() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer in = ByteBuffer.allocate(1 << 16);
    while (true) {
      in.clear();
      if (channel.read(in) < 0) {
        throw new EOFException("the daemon hung up");
      }
      all.write(in.array(), 0, in.position());
      byte[] so = all.toByteArray();
      int n = so.length;
      if (n >= 4 && so[n - 4] == 0 && so[n - 3] == 0 && so[n - 2] == 0) {
        return new String(so, 0, n - 4, StandardCharsets.UTF_8);
      }
    }
  }

  /** A reply's lines have a code, and a dash after it on all but the last; or a blank before. */
  private String birdReply() throws IOException {
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer in = ByteBuffer.allocate(1 << 16);
    while (true) {
      in.clear();
      if (channel.read(in) < 0) {
        throw new EOFException("the daemon hung up");
      }
      all.write(in.array(), 0, in.position());
      String so = all.toString(StandardCharsets.UTF_8);
      if (so.endsWith("\n") && isLast(so.substring(so.lastIndexOf('\n', so.length() - 2) + 1))) {
        for (String line : so.split("\n", -1)) {
          if (line.startsWith(" ")) {
            text.append(line.substring(1)).append('\n');
          } else if (line.length() > 5) {
            text.append(line.substring(5)).append('\n');
          }
        }
        return text.toString();
      }
    }
  }

  private static boolean isLast(String line) {
    return line.length() >= 5 && line.charAt(4) == ' ' && Character.isDigit(line.charAt(0));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
