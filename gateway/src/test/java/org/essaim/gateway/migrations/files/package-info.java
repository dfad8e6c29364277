/** What the upload directory promises. */
@NullMarked
package org.essaim.gateway.migrations.files;

import org.jspecify.annotations.NullMarked;
