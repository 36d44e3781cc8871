/** Runs the panel session of the README from the sources: `npm start`. */
import { title } from './support/print'

// Before the sources are loaded, which takes some seconds.
title('lockpanel: a panel session')

void import('./panel-session').then(({ panelSession }) => panelSession())
