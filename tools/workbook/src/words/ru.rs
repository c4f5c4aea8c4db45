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
        all_done: "Все упражнения пройдены. Сохраните любое, и проверка начнётся снова. \
                   Ctrl-C — выход.",
        second: "В этом практикуме уже работает другой `cargo workbook`; этот будет работать рядом, \
                 по другому адресу.",
        unsaved: |why| {
            format!("Не удаётся сохранить прогресс и попытки: {why}. Проверкам это не мешает.")
        },
        unread: |file, number| {
            let lines = plural(
                number as u64,
                [
                    "строку не удалось разобрать, она пропущена",
                    "строки не удалось разобрать, они пропущены",
                    "строк не удалось разобрать, они пропущены",
                ],
            );
            format!("{file}: {lines}.")
        },
        book_ready: |address| format!("Книга готова: {address}"),
        book_failed: "книгу собрать не удалось; упражнения работают и без неё.",
        error: "ошибка:",
        compiling: "компилируется…",
        waiting: "ждём, пока закончит другой cargo (код проверяет ваш редактор)…",
        running: "идёт проверка…",
        book_waiting: "Книга собирается. Страница обновится сама; если этого долго не происходит, \
                       загляните в терминал.",
        port_taken: |port| {
            format!("порт {port} занять не удалось; уберите --port, и найдётся свободный")
        },
        no_exercise: "в book/en/SUMMARY.md пока нет ни одного упражнения",
    },
    verdict: Verdict {
        does_not_compile: "Код пока не компилируется.",
        no_rule: "Проверять нечего: верните на место `#[cfg(test)] mod check;`.",
        all_hold: "Все правила соблюдены.",
        next: |title, path| format!("Дальше: {title}  {path}"),
        nothing_left: "В остальных упражнениях — тоже.",
        task: |address| format!("Задание и подсказки: {address}"),
        hint: |name| format!("Подсказка: cargo workbook hint {name}"),
        kept_the_thread: "(не отдаёт поток ОС)",
        never_finished: "(не завершается)",
        printed_too_much: "(слишком много вывода)",
        ended_the_process: "(процесс завершился досрочно)",
    },
    hang: Hang {
        killed_after: |seconds| {
            format!("Код так и не завершился и через {seconds} с был остановлен принудительно.")
        },
        asleep: "Он спал и не тратил процессорного времени. Обычно это значит, что он ждёт того, \
                 чего никто не пришлёт, или пробуждения, которого не будет, или блокировки, \
                 которую держит сам, или застрял в вызове, блокирующем поток ОС.",
        spinning: "Всё это время он занимал процессор. Обычно это бесконечный цикл или цикл, в \
                   котором ни один `.await` по-настоящему не ждёт.",
        flooded: "Код вывел больше 1 МБ и был остановлен. Вот начало вывода:",
        stack_overflow: "Переполнился стек, а это завершает весь процесс. Обычно это значит, что \
                         функция без конца вызывает саму себя.",
        out_of_memory: "Код запросил больше памяти, чем ему доступно, а это завершает весь процесс. \
                        Обычно это значит, что в цикле что-то без конца растёт.",
        aborted: "Весь процесс завершён аварийно (abort). Обычно это вызов `abort` или паника в \
                  деструкторе во время другой паники.",
        killed: "Процесс убит извне (SIGKILL). Обычно так поступает система, когда кончается память.",
        signal: |signal| format!("Весь процесс теста завершён сигналом {signal}."),
        exited: |code| {
            format!(
                "Код завершил весь процесс теста (код выхода {code}), не дав проверить правило до конца."
            )
        },
    },
    names: Names {
        unknown: |name| format!("упражнения `{name}` нет; список: `cargo workbook list`"),
        unknown_but: |name, near| {
            format!("упражнения `{name}` нет; может быть, вы имели в виду `{near}`?")
        },
        several: |name| format!("`{name}` может означать одно из нескольких упражнений; уточните:"),
        not_understood: |typed| format!("непонятно: `{typed}`; справка: `cargo workbook --help`"),
        unknown_language: |typed| format!("языка `{typed}` нет; есть en, ru, ja, zh"),
    },
    commands: Commands {
        usage: "\
Показывает книгу и проверяет упражнение при каждом сохранении. Ctrl-C — выход.

Вызов: cargo workbook [--port N] [--lang L]
       cargo workbook КОМАНДА

  check [ИМЯ]        проверить один раз; код выхода: 0 — зелёная, 1 — красная,
                     3 — не компилируется, 4 — зависание
  hint [ИМЯ] [N]     следующая подсказка или подсказка N
  list               все упражнения с отметками о пройденных
  next               с какого упражнения продолжить
  reset ИМЯ          вернуть начальный код, сохранив ваш
  undo [ИМЯ]         вернуть предыдущую попытку
  history [ИМЯ]      все попытки
  solution ИМЯ       ответ; переспросит, если проверка ещё не была зелёной
                     (с --yes не спросит)
  build              собрать книгу для публикации в target/book
  doctor             что может мешать работе на этой машине
  lang L             запомнить язык: en, ru, ja, zh

ИМЯ — это имя, глава/имя, номер вида 1.2 или начало имени.

  --port N           порт для книги (по умолчанию — свободный, начиная с 3000)
  --lang L           язык только на этот раз
  -h, --help         эта справка
  -V, --version      версия",
        done: |done, all| format!("пройдено {done} из {all}"),
        hint: |number, all| format!("Подсказка {number} из {all}"),
        next_hint: "Следующая — той же командой.",
        last_hint: "Это была последняя.",
        no_hint: |name| format!("На странице {name} подсказок нет."),
        untouched: |path| format!("В {path} и так начальный код."),
        kept: |path| format!("Ваш код сохранён в {path}"),
        restored: |path| format!("В {path} снова начальный код. Вернуть ваш: cargo workbook undo"),
        undone: |path, number| format!("В {path} снова попытка {number}."),
        nothing_before: "Более ранних попыток нет.",
        no_attempt: |name| format!("{name}: проверенных попыток пока нет."),
        current: "сейчас",
        lines: |number| plural(number as u64, ["строка", "строки", "строк"]),
        ago: |age| match age {
            Age::Moments => "только что".to_owned(),
            Age::Minutes(number) => plural(number, ["минуту", "минуты", "минут"]) + " назад",
            Age::Hours(number) => plural(number, ["час", "часа", "часов"]) + " назад",
            Age::Days(number) => plural(number, ["день", "дня", "дней"]) + " назад",
        },
        not_green: |name| format!("{name}: проверка ещё не была зелёной."),
        show_anyway: "Всё равно показать ответ? [y/N]",
        needs_yes: "Спросить здесь некого: чтобы всё равно увидеть ответ, добавьте --yes.",
        building: "Книга собирается…",
        language_saved: "Теперь практикум говорит по-русски.",
    },
    doctor: Doctor {
        toolchain: "Rust",
        too_old: |wanted| format!("нужен Rust {wanted} или новее: rustup update"),
        no_cargo: "не запускается; установите: https://rustup.rs",
        linker: "компоновщик",
        fast_linker: "lld, быстрый",
        system_linker: "системный; проверка идёт дольше, чем с lld, а в остальном разницы нет",
        offline: "без сети",
        offline_ready: "все зависимости на месте",
        fetch: "не хватает зависимостей; пока есть сеть, выполните cargo fetch",
        lock: "папка сборки",
        lock_free: "свободна",
        lock_held: "занята другим cargo (возможно, его запустил редактор); проверка подождёт",
        drive: "диск",
        slow_drive: |kind| {
            format!(
                "{kind} — подключённый диск, собирать на нём медленно; перенесите практикум на локальный"
            )
        },
        saving: "прогресс",
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
