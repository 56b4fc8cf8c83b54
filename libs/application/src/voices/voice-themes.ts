import { v7 as uuidv7 } from 'uuid';
import { err, ok, type Result } from '#domain/shared/result.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { VoiceThemeEntity } from '#persistence/voices/voice-theme.entity.js';
import type { Caller } from '../shared/caller.js';
import { textFaults } from '../shared/check-texts.js';
import type { InUse, InvalidInput } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { writeInProgramme, type ProgrammeWriteRefusal } from '../shared/write-in-programme.js';

export type ThemeWritten = { readonly themeId: string };
type Refusal = InvalidInput | InUse | ProgrammeWriteRefusal;
type Answer = Promise<Result<ThemeWritten, Refusal>>;

/** Names a theme to sort voices by; IN_USE when there is one of this name. */
export function addVoiceTheme(
  writing: Writing,
  caller: Caller,
  command: { readonly programme: string; readonly name: string },
): Answer {
  return writeInProgramme<ThemeWritten, Refusal>(
    writing,
    caller,
    { ...command, intent: 'addVoiceTheme' },
    { slug: command.programme },
    true,
    async ({ em, programmeId, keep }) => {
      const { name } = command;
      const faults = nameFaults(name);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      if (await em.existsBy(VoiceThemeEntity, { programmeId, name }))
        return err({ code: 'IN_USE' });
      const themeId = uuidv7();
      await em.insert(VoiceThemeEntity, { id: themeId, programmeId, name });
      await keep({ subject: 'PROGRAMME', subjectId: programmeId, version: null }, [
        { field: 'voiceTheme.added', to: name },
      ]);
      return ok({ themeId });
    },
  );
}

/** Gives a theme another name; IN_USE when there is one of this name. */
export function renameVoiceTheme(
  writing: Writing,
  caller: Caller,
  command: { readonly themeId: string; readonly name: string },
): Answer {
  const { themeId } = command;
  return writeInProgramme<ThemeWritten, Refusal>(
    writing,
    caller,
    { ...command, intent: 'renameVoiceTheme' },
    { table: 'voice_theme', id: themeId },
    true,
    async ({ em, programmeId, keep }) => {
      const theme = await em.findOneByOrFail(VoiceThemeEntity, { id: themeId });
      const { name } = command;
      const faults = nameFaults(name);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      if (theme.name === name) return ok({ themeId });
      if (await em.existsBy(VoiceThemeEntity, { programmeId, name }))
        return err({ code: 'IN_USE' });
      await em.update(VoiceThemeEntity, { id: themeId }, { name });
      await keep({ subject: 'PROGRAMME', subjectId: programmeId, version: null }, [
        { field: 'voiceTheme.name', from: theme.name, to: name },
      ]);
      return ok({ themeId });
    },
  );
}

function nameFaults(name: string): InvalidInput['faults'][number][] {
  return textFaults({ field: 'name', text: name, longest: LIMITS.word, required: true });
}
