/** Given to `node --import`: whatever reaches for a network ends the process, as with the cable pulled out and nobody forgiving it. */
import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

const NO_NETWORK_CODE = 97

function reached(): never {
  process.stderr.write('reached for the network\n')
  process.exit(NO_NETWORK_CODE)
}

net.Socket.prototype.connect = reached
dgram.Socket.prototype.send = reached
dns.lookup = Object.assign(reached, dns.lookup)
