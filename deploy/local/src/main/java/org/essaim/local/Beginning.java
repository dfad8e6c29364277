package org.essaim.local;

import java.io.IOException;
import org.essaim.local.files.DataFolder;
import org.essaim.local.files.Template;

/** What the data folder holds when a launch begins. */
@FunctionalInterface
interface Beginning {

    /** Called once, when the folder is this launcher's alone and before anything is read from it. */
    void in(DataFolder folder) throws IOException;

    /** All that the launch before left. */
    static Beginning withOldData() {
        return folder -> {};
    }

    /** Nothing but a copy of the template, where there is one yet. */
    static Beginning anew(Template template) {
        return folder -> {
            folder.wipe();
            if (template.exists()) {
                template.copyTo(folder);
            }
        };
    }
}
