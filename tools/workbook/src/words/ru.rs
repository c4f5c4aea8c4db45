use super::{Age, Commands, Doctor, Hang, Names, Session, Verdict, Words};

/// «1 строка», «2 строки», «5 строк».
fn plural(number: u64, [one, few, many]: [&str; 3]) -> String {
    let word = match (number % 10, number % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    };
    format!("{number} {word}")
}

pub(crate) const RU: Words = Words {
    session: Session {
        book_in_work: |address| format!("Книга: {address} (собирается)"),
        open_and_save: |path| format!("Откройте {path} в редакторе и сохраните. Ctrl-C — выход."),
        all_done: "Все упражнения зелёные. Сохраните любое, и оно будет проверено снова. \
                   Ctrl-C — выход.",
        second: "В этом практикуме уже работает другой `cargo workbook`; этот работает рядом с ним, \
                 по другому адресу.",
        unsaved: |why| {
            format!("Не получается сохранять пройденное и попытки: {why}. Проверки работают и так.")
        },
        unread: |file, number| {
            let lines = plural(
                number as u64,
                [
                    "строка непонятна и пропущена",
                    "строки непонятны и пропущены",
                    "строк непонятны и пропущены",
                ],
            );
            format!("{file}: {lines}.")
        },
        book_ready: |address| format!("Книга готова: {address}"),
        book_failed: "книгу собрать не удалось; упражнения работают и без неё.",
        error: "ошибка:",
        compiling: "компилируется ...",
        waiting: "ждёт другой cargo (код проверяет ваш редактор) ...",
        running: "идёт проверка ...",
        book_waiting: "Книга собирается. Страница обновится сама; если этого долго не происходит, \
                       загляните в терминал.",
        port_taken: |port| {
            format!("порт {port} занять нельзя; уберите --port, и найдётся свободный")
        },
        no_exercise: "в book/en/SUMMARY.md пока нет ни одного упражнения",
    },
    verdict: Verdict {
        does_not_compile: "Пока не компилируется.",
        no_rule: "Проверять нечего: верните на место `#[cfg(test)] mod check;`.",
        all_hold: "Все правила соблюдены.",
        next: |title, path| format!("Дальше: {title}  {path}"),
        nothing_left: "В остальных упражнениях — тоже.",
        task: |address| format!("Задача и подсказки: {address}"),
        hint: |name| format!("Подсказка: cargo workbook hint {name}"),
        kept_the_thread: "(не отдаёт поток ОС)",
        never_finished: "(не завершилось)",
        printed_too_much: "(слишком много вывода)",
        ended_the_process: "(процесс завершён)",
    },
    hang: Hang {
        killed_after: |seconds| {
            format!("Код так и не завершился и через {seconds} с был остановлен принудительно.")
        },
        asleep: "Он спал: процессорного времени не потрачено. Обычно это значит, что код ждёт \
                 того, чего никто не пришлёт и о чём никто не разбудит, или блокировку, которую \
                 держит сам, или вызов, блокирующий поток ОС.",
        spinning: "Он всё это время занимал процессор. Обычно это цикл без конца или цикл, в \
                   котором ни один `.await` по-настоящему не ждёт.",
        flooded: "Код вывел больше 1 МБ и был остановлен. Вот начало вывода:",
        stack_overflow: "Переполнился стек, а это завершает весь процесс. Обычно функция без конца \
                         вызывает саму себя.",
        out_of_memory: "Не хватило памяти, а это завершает весь процесс. Обычно что-то без конца \
                        растёт в цикле.",
        aborted: "Весь процесс завершён аварийно (abort). Обычно это вызов `abort` или деструктор, \
                  который запаниковал во время паники.",
        killed: "Процесс убит извне (SIGKILL). Обычно так поступает система, когда кончается память.",
        signal: |signal| format!("Весь процесс теста завершён сигналом {signal}."),
        exited: |code| {
            format!("Код завершил весь процесс теста с кодом {code}, не дойдя до конца правила.")
        },
    },
    names: Names {
        unknown: |name| format!("упражнения `{name}` нет; список: `cargo workbook list`"),
        unknown_but: |name, near| {
            format!("упражнения `{name}` нет; может быть, вы имели в виду `{near}`?")
        },
        several: |name| format!("`{name}` подходит к нескольким упражнениям; уточните:"),
        not_understood: |typed| format!("непонятно: `{typed}`; справка: `cargo workbook --help`"),
        unknown_language: |typed| format!("языка `{typed}` нет; есть en, ru, ja, zh"),
    },
    commands: Commands {
        usage: "\
Показывает книгу и проверяет упражнение при каждом сохранении. Ctrl-C — выход.

Вызов: cargo workbook [--port N] [--lang L]
       cargo workbook КОМАНДА

  check [ИМЯ]        проверить: 0 зелено, 1 красно, 3 не компилируется, 4 зависло
  hint [ИМЯ] [N]     следующая подсказка или подсказка N
  list               все упражнения и что пройдено
  next               с какого упражнения продолжить
  reset ИМЯ          вернуть начальный код, сохранив ваш
  undo [ИМЯ]         вернуть предыдущую попытку
  history [ИМЯ]      все попытки
  solution ИМЯ       ответ; переспросит, если ваш ещё не зелёный (--yes: не спрашивать)
  build              собрать книгу для публикации в target/book
  doctor             что может мешать на этой машине
  lang L             запомнить язык: en, ru, ja, zh

ИМЯ — это имя, глава/имя, номер вида 1.2 или начало имени.

  --port N           порт для книги (по умолчанию свободный, начиная с 3000)
  --lang L           язык на этот раз
  -h, --help         эта справка
  -V, --version      версия",
        done: |done, all| format!("пройдено {done} из {all}"),
        hint: |number, all| format!("Подсказка {number} из {all}"),
        next_hint: "Следующая — той же командой.",
        last_hint: "Это была последняя.",
        no_hint: |name| format!("На странице {name} подсказок нет."),
        untouched: |path| format!("{path} — и так начальный код."),
        kept: |path| format!("Ваш код сохранён: {path}"),
        restored: |path| format!("{path} — снова начальный код. Вернуть ваш: cargo workbook undo"),
        undone: |path, number| format!("{path} — снова попытка {number}."),
        nothing_before: "Более ранней попытки нет.",
        no_attempt: |name| format!("{name}: ни одной попытки ещё не проверено."),
        current: "сейчас",
        lines: |number| plural(number as u64, ["строка", "строки", "строк"]),
        ago: |age| match age {
            Age::Moments => "только что".to_owned(),
            Age::Minutes(number) => plural(number, ["минуту", "минуты", "минут"]) + " назад",
            Age::Hours(number) => plural(number, ["час", "часа", "часов"]) + " назад",
            Age::Days(number) => plural(number, ["день", "дня", "дней"]) + " назад",
        },
        not_green: |name| format!("{name}: ваше решение ещё не было зелёным."),
        show_anyway: "Всё равно показать ответ? [y/N]",
        needs_yes: "Спросить здесь некого: чтобы всё равно увидеть ответ, добавьте --yes.",
        building: "Книга собирается ...",
        language_saved: "Теперь практикум говорит по-русски.",
    },
    doctor: Doctor {
        toolchain: "Rust",
        too_old: |wanted| format!("нужен Rust {wanted} или новее: rustup update"),
        no_cargo: "не запускается; установите: https://rustup.rs",
        linker: "компоновщик",
        fast_linker: "lld, быстрый",
        system_linker: "системный; проверка идёт дольше, чем с lld, и только",
        offline: "без сети",
        offline_ready: "все зависимости на месте",
        fetch: "не хватает зависимостей; пока есть сеть: cargo fetch",
        lock: "папка сборки",
        lock_free: "свободна",
        lock_held: "занята другим cargo, возможно, из вашего редактора; проверка его ждёт",
        drive: "диск",
        slow_drive: |kind| {
            format!(
                "{kind} — подключённый диск, сборка на нём медленная; перенесите практикум на локальный"
            )
        },
        saving: "пройденное",
        saved: "сохраняется",
        not_saved: |why| format!("не сохраняется: {why}"),
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_three_forms() {
        let count = |number| plural(number, ["строка", "строки", "строк"]);
        for number in [1, 21, 101] {
            assert_eq!(count(number), format!("{number} строка"));
        }
        for number in [2, 4, 22, 104] {
            assert_eq!(count(number), format!("{number} строки"));
        }
        for number in [0, 5, 11, 12, 14, 20, 111, 112] {
            assert_eq!(count(number), format!("{number} строк"));
        }
        assert_eq!((RU.commands.ago)(Age::Minutes(41)), "41 минуту назад");
    }
}
