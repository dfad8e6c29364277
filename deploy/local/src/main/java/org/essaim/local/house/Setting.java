package org.essaim.local.house;

import java.nio.file.Path;
import org.essaim.local.files.Secrets;
import org.essaim.local.ports.Ports;

/**
 * Where a house stands.
 *
 * @param root the checkout: services and realm are found under it
 * @param data what is kept and thrown away together; the children run in it
 */
public record Setting(Path root, Path data, Ports ports, Secrets secrets) {}
