/**
 * The whole job against the sandbox, told in order by {@link org.essaim.local.demo.Demo}: the {@code people} get accounts on the
 * {@code networks}, {@link org.essaim.local.demo.Neighbours} join, {@link org.essaim.local.demo.MainPerson} brings an archive
 * and follows, the networks are asked, and the {@code report} compares.
 */
@NullMarked
package org.essaim.local.demo;

import org.jspecify.annotations.NullMarked;
