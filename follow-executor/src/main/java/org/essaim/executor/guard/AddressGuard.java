package org.essaim.executor.guard;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Lets through https to public addresses, and nothing else; with the development switch also http and https to loopback.
 *
 * <p>Called right before each connection, redirects included. The JVM keeps the answer of the name service for longer than
 * a connection takes to open, so the address that was checked is the one connected to; should the name change its mind
 * exactly in between, TLS still refuses a server that cannot prove the name.
 */
public final class AddressGuard {

    /** A last label that some parser would read as a number: decimal, octal or hexadecimal. */
    private static final Pattern NUMERIC_LABEL = Pattern.compile("(?:0x[0-9a-f]*|[0-9]+)");

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern CANONICAL_V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    private static final int MOST_PORTS = 65_535;

    private final boolean loopbackAllowed;
    private final HostResolver resolver;

    public AddressGuard(boolean loopbackAllowed, HostResolver resolver) {
        this.loopbackAllowed = loopbackAllowed;
        this.resolver = resolver;
    }

    /**
     * Refuses, or returns quietly.
     *
     * @throws AddressNotAllowedException when the address, or any address that its host resolves to, is not allowed
     * @throws NoAnswerException when the host has no address
     */
    public void check(URI uri) throws WebException {
        String host = checkedHost(uri);
        List<InetAddress> addresses = resolve(host);
        if (loopbackAllowed && addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
            return;
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw new AddressNotAllowedException("only https is visited");
        }
        if (!addresses.stream().allMatch(PublicAddresses::contains)) {
            throw new AddressNotAllowedException("the host is not on the public Internet");
        }
    }

    /**
     * The address at which a host is spoken to: https, except that a loopback host may speak http where the development
     * switch is on.
     *
     * @param authority host, or host and port
     */
    public URI baseOf(String authority) throws WebException {
        try {
            URI secure = URI.create("https://" + authority);
            String host = checkedHost(secure);
            boolean loopback = loopbackAllowed && resolve(host).stream().allMatch(InetAddress::isLoopbackAddress);
            return loopback ? URI.create("http://" + authority) : secure;
        } catch (IllegalArgumentException e) {
            throw new AddressNotAllowedException("the address has no readable host");
        }
    }

    private static String checkedHost(URI uri) throws AddressNotAllowedException {
        String scheme = uri.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw new AddressNotAllowedException("only https is visited");
        }
        if (uri.getRawUserInfo() != null) {
            throw new AddressNotAllowedException("an address must not carry a name or password");
        }
        String host = uri.getHost();
        if (host == null) {
            throw new AddressNotAllowedException("the address has no readable host");
        }
        if (uri.getPort() > MOST_PORTS) {
            throw new AddressNotAllowedException("there is no such port");
        }
        checkNumbers(host.toLowerCase(Locale.ROOT));
        return host;
    }

    /** Parsers disagree about {@code 0177.0.0.1}, {@code 2130706433} and {@code 0x7f.1}: only the plain form passes. */
    private static void checkNumbers(String host) throws AddressNotAllowedException {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = bare.substring(bare.lastIndexOf('.') + 1);
        boolean numeric = !host.startsWith("[") && NUMERIC_LABEL.matcher(last).matches();
        if (numeric && !CANONICAL_V4.matcher(bare).matches()) {
            throw new AddressNotAllowedException("the address is a number in disguise");
        }
    }

    private List<InetAddress> resolve(String host) throws NoAnswerException {
        try {
            List<InetAddress> addresses = resolver.resolve(host);
            if (addresses.isEmpty()) {
                throw new UnknownHostException("no address");
            }
            return addresses;
        } catch (UnknownHostException e) {
            throw new NoAnswerException("the host has no address", false, e);
        }
    }
}
