package org.essaim.testing.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of a page: where it goes, and the hidden fields it takes along. Reads plain, well-formed HTML only. */
public record Form(URI action, Map<String, String> hidden, String markup) {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input\\b([^>]*type=\"hidden\"[^>]*)>");

    static List<Form> of(Page page) {
        List<Form> forms = new ArrayList<>();
        Matcher form = FORM.matcher(page.body());
        while (form.find()) {
            Map<String, String> hidden = new LinkedHashMap<>();
            Matcher input = HIDDEN.matcher(form.group(2));
            while (input.find()) {
                hidden.put(attribute(input.group(1), "name"), attribute(input.group(1), "value"));
            }
            String action = attribute(form.group(1), "action");
            forms.add(new Form(page.address().resolve(action), hidden, form.group(2)));
        }
        return forms;
    }

    boolean mentions(String marker) {
        return markup.contains(marker);
    }

    @Override
    public String toString() {
        return "Form[" + action.getPath() + "]";
    }

    private static String attribute(String markup, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(markup);
        return matcher.find() ? Html.unescape(matcher.group(1)) : "";
    }
}
