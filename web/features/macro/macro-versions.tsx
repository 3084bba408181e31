/** What a macro said before, who wrote it, and the way back to it. */
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { problemOf } from '../../api/refusal.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import styles from './macros-page.module.css'

type Page = Awaited<ReturnType<typeof client.macro.versions>>
type MacroVersionsProps = {
  macroId: string
  /** The newest. */
  version: number
  onRestored: (saved: { id: string; version: number }) => unknown
  onRefused: (error: unknown) => void
}

export function MacroVersions({ macroId, version, onRestored, onRefused }: MacroVersionsProps) {
  const intl = useIntl()
  const versions = useInfiniteQuery(
    api.macro.versions.infiniteOptions({
      input: (before: number | undefined) => ({ macroId, before }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (page: Page) => (page.hasOlder ? page.items.at(-1)?.version : undefined),
    }),
  )
  const restore = useMutation({
    mutationFn: (restored: number) => client.macro.restore({ macroId, version, restored }),
    onSuccess: onRestored,
    onError: onRefused,
  })
  const items = versions.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Card title={<FormattedMessage id="macro.versions" />}>
      {versions.isPending && (
        <Skeleton>
          <SkeletonBar width="long" />
        </Skeleton>
      )}
      {versions.isError && (
        <FailedState code={problemOf(versions.error).code} onRetry={() => void versions.refetch()} />
      )}
      <List aria-label={intl.formatMessage({ id: 'macro.versions' })}>
        {items.map((one) => (
          <ListRow key={one.version} className={styles.line}>
            <span className={styles.words}>
              <strong>
                <FormattedMessage id="macro.versions.line" values={{ version: one.version }} />
              </strong>
              <span className={styles.fact}>
                {one.authorName && <>{one.authorName} · </>}
                <Timestamp at={one.at} />
              </span>
              <span className={styles.fact}>{one.content.variants[0]?.text ?? one.content.title}</span>
            </span>
            {one.version === version ? (
              <Badge tone="done">
                <FormattedMessage id="macro.versions.current" />
              </Badge>
            ) : (
              <Button
                size="small"
                icon={RotateCcw}
                busy={restore.isPending}
                onClick={() => restore.mutate(one.version)}
              >
                <FormattedMessage id="macro.versions.restore" />
              </Button>
            )}
          </ListRow>
        ))}
      </List>
      {versions.hasNextPage && (
        <Button
          tone="plain"
          size="small"
          busy={versions.isFetchingNextPage}
          onClick={() => void versions.fetchNextPage()}
        >
          <FormattedMessage id="macro.more" />
        </Button>
      )}
    </Card>
  )
}
