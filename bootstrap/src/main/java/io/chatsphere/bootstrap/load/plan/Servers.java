package io.chatsphere.bootstrap.load.plan;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the servers to load: http or https, without a path, and on this machine unless somebody says otherwise. */
final class Servers {
    private final List<String> faults;
    private final boolean permitted;

    Servers(List<String> faults, boolean permitted) {
        this.faults = faults;
        this.permitted = permitted;
    }

    List<URI> read(List<String> typed) {
        List<URI> urls = new ArrayList<>();
        for (String one : typed) {
            Optional<URI> url = url(one);
            if (url.isEmpty()) {
                faults.add("--url must be like http://localhost:8000, and is \"" + one + "\".");
            } else if (urls.contains(url.get())) {
                faults.add("--url names " + one + " twice.");
            } else if (!permitted && !isHere(url.get().getHost())) {
                faults.add("--url " + one + " is not on this machine; if you are allowed to load it, add"
                        + " --yes-load-this-server.");
            }
            url.ifPresent(urls::add);
        }
        return urls;
    }

    private static Optional<URI> url(String typed) {
        try {
            URI url = new URI(typed.endsWith("/") ? typed.substring(0, typed.length() - 1) : typed);
            boolean isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean isBare = "".equals(url.getPath()) && url.getQuery() == null && url.getUserInfo() == null;
            return isWeb && isBare && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A name that nobody knows is taken for a stranger's. */
    private static boolean isHere(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
