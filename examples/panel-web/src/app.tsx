import { ConfigProvider, SafeArea, TabBar } from 'antd-mobile'
import enUS from 'antd-mobile/es/locales/en-US'
import zhCN from 'antd-mobile/es/locales/zh-CN'
import {
  ClockCircleOutline,
  KeyOutline,
  LockOutline,
  SetOutline,
  TeamOutline,
} from 'antd-mobile-icons'
import { LockProvider } from 'lockpanel/react'
import {
  type ComponentType,
  createElement,
  lazy,
  type ReactElement,
  Suspense,
  useState,
} from 'react'
import type { Connection } from './connect'
import { Home } from './home/home'
import { InspectorCorner } from './inspector/inspector-corner'
import { Loading } from './parts/loading'
import { usePreferences } from './preferences'
import { LanguageContext, languages } from './text/language'

/** The first screen is in the first file; the others load when they are opened. */
const Members = lazy(() =>
  import('./members/members').then(({ Members }) => ({ default: Members })),
)
const Passwords = lazy(() =>
  import('./passwords/passwords').then(({ Passwords }) => ({ default: Passwords })),
)
const Records = lazy(() =>
  import('./records/records').then(({ Records }) => ({ default: Records })),
)
const Settings = lazy(() =>
  import('./settings/settings').then(({ Settings }) => ({ default: Settings })),
)

const tabs = ['home', 'members', 'passwords', 'records', 'settings'] as const
type Tab = (typeof tabs)[number]

const icons: Readonly<Record<Tab, ComponentType>> = {
  home: LockOutline,
  members: TeamOutline,
  passwords: KeyOutline,
  records: ClockCircleOutline,
  settings: SetOutline,
}

export const App = ({ door, inspected }: Connection): ReactElement => {
  const [tab, setTab] = useState<Tab>('home')
  const [preferences, changePreferences] = usePreferences()
  const language = languages[preferences.language]
  const screens: Readonly<Record<Tab, () => ReactElement>> = {
    home: () => <Home />,
    members: () => <Members />,
    passwords: () => <Passwords />,
    records: () => <Records />,
    settings: () => <Settings preferences={preferences} onChange={changePreferences} />,
  }
  return (
    <LanguageContext value={language}>
      <ConfigProvider locale={language.code === 'zh' ? zhCN : enUS}>
        <LockProvider lock={door}>
          <div className="panel">
            <main>
              <h1>{language.text.tabs[tab]}</h1>
              <Suspense fallback={<Loading />}>{screens[tab]()}</Suspense>
            </main>
            <nav>
              <TabBar activeKey={tab} onChange={(key) => setTab(key as Tab)}>
                {tabs.map((key) => (
                  <TabBar.Item
                    key={key}
                    title={language.text.tabs[key]}
                    icon={createElement(icons[key])}
                  />
                ))}
              </TabBar>
              <SafeArea position="bottom" />
            </nav>
            <InspectorCorner panel={inspected} />
          </div>
        </LockProvider>
      </ConfigProvider>
    </LanguageContext>
  )
}
