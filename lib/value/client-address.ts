import net from "node:net";

/** The proxies in front, as addresses or networks such as `10.0.0.0/8`; a text that is none of these is told. */
export function proxiesIn(text: string): net.BlockList {
  const list = new net.BlockList();
  for (const item of text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [address = "", bits] = item.split("/");
    const family = net.isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/**
 * Whose address counts failures and stands in the logs: the last one that a configured proxy wrote down and that is none of them; from
 * anybody else the header is a story, and the connection tells. Never longer than an address is.
 */
export function clientOf(connected: string | undefined, forwarded: string | undefined, proxies: net.BlockList): string {
  let address = plain(connected ?? "");
  const told = (forwarded ?? "").slice(-longest).split(",").reverse();
  for (const hop of told) {
    if (!isIn(proxies, address)) break;
    const next = plain(hop.trim());
    if (net.isIP(next) === 0) break;
    address = next;
  }
  return net.isIP(address) === 0 ? "unknown" : address;
}

/** Ten proxies in a row are more than anybody has. */
const longest = 512;

const isIn = (proxies: net.BlockList, address: string): boolean =>
  net.isIP(address) !== 0 && proxies.check(address, net.isIPv6(address) ? "ipv6" : "ipv4");

/** An address of the old kind on a socket of the new one, and one with its zone. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
