package org.essaim.executor.stops;

import java.util.Locale;
import org.essaim.executor.guard.HostLeftOutException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;

/** Sends nothing to a host whose admin asked to be left out: the way out for links, which lead wherever a person says. */
public final class ConsiderateWeb implements Web {

    private final Web web;
    private final LeftOutHosts leftOut;

    public ConsiderateWeb(Web web, LeftOutHosts leftOut) {
        this.web = web;
        this.leftOut = leftOut;
    }

    @Override
    public WebResponse send(WebRequest request) throws WebException {
        String authority = request.uri().getRawAuthority();
        if (authority != null && leftOut.contains(authority.toLowerCase(Locale.ROOT))) {
            throw new HostLeftOutException();
        }
        return web.send(request);
    }
}
