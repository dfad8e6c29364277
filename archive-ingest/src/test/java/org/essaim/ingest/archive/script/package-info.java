@NullMarked
package org.essaim.ingest.archive.script;

import org.jspecify.annotations.NullMarked;
