'use client';
import { useTranslations } from 'use-intl';
import { POSTS } from '#domain/indicator/fact.ts';
import parts from '../../frame/page-parts.module.css';
import { useQuestion } from '../question/use-question.ts';
import { POST_FIGURES } from './figure-sets.ts';
import { FiguresView } from './FiguresView.tsx';

const PEOPLE = POSTS.filter((post) => post !== 'department');

/** The people of one post against each other, by what that post is judged by. */
export function PostLeague() {
  const t = useTranslations('evaluation.posts');
  const questioned = useQuestion();
  const { question, ask, also } = questioned;
  const post = PEOPLE.find((one) => one === also('post')) ?? 'collector';
  return (
    <FiguresView
      title={t('title')}
      says={t('says')}
      questioned={questioned}
      asked={{ object: 'person', indicators: POST_FIGURES[post] }}
      choices={
        <label className={parts.field}>
          {t('post')}
          <select value={post} onChange={(event) => ask(question, { post: event.target.value })} data-testid="post">
            {PEOPLE.map((one) => (
              <option key={one} value={one}>
                {t(`of.${one}`)}
              </option>
            ))}
          </select>
        </label>
      }
    />
  );
}
