/**
 * What the launcher keeps on disk: {@link org.essaim.local.files.DataFolder} belongs to one running launcher at a time, and
 * {@link org.essaim.local.files.Secrets} are made once in it and never leave it but through a child's environment. A
 * {@link org.essaim.local.files.Template} is what a folder may begin with.
 */
@NullMarked
package org.essaim.local.files;

import org.jspecify.annotations.NullMarked;
