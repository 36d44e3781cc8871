import { connect, targetOf } from './connect'
import type { LockApp } from './lock-app'
import { serverOf } from './server'

App<LockApp>({
  onLaunch({ query }) {
    this.lock = connect(serverOf(query), targetOf(query))
  },
})
