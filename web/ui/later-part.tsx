/**
 * A part without which a page is whole, as a component: it comes when its code and its words have come. A connection that is lost meanwhile
 * takes nothing else away; the part is left out then until the page is loaded again, since browsers keep what failed to load as failed.
 */
import { Component, lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react'

type State = { isMissing: boolean }

export function laterPart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() })) as LazyExoticComponent<ComponentType<object>>
  return class extends Component<Props, State> {
    override state: State = { isMissing: false }

    static getDerivedStateFromError = (): State => ({ isMissing: true })

    override render() {
      return this.state.isMissing ? null : (
        <Suspense>
          <Part {...this.props} />
        </Suspense>
      )
    }
  }
}
