import { connect, targetOf } from './connect'
import { type LockApp, SERVER_URL } from './lock-app'
import { simulatedCloud } from './server'

App<LockApp>({
  server: simulatedCloud(SERVER_URL),
  onLaunch({ query }) {
    this.door = connect(this.server, targetOf(query))
  },
})
