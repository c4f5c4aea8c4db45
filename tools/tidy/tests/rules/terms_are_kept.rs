//! One term, one translation, on every page: a reader who meets two words looks for two things. Only words that
//! are wrong wherever they stand are listed here, so there are no false alarms; `glossary.md` has the whole
//! vocabulary.

use tidy::{settle, translated_texts};

/// By language: a word that must not be written, and what to write.
const WRONG: [(&str, &str, &str); 25] = [
    ("ru", "таймаут", "тайм-аут"),
    ("ru", "фьючер", "футура"),
    ("ru", "фьюч", "футура"),
    ("ru", "таск", "задача"),
    ("ru", "треды", "потоки ОС"),
    ("ru", "заспавн", "запустить"),
    ("ru", "дропн", "уничтожить"),
    ("ru", "вейкер", "waker"),
    ("ja", "キャンセレーション", "キャンセル"),
    ("ja", "フューチャ（", "フューチャー"),
    ("ja", "フューチャを", "フューチャー"),
    ("ja", "フューチャが", "フューチャー"),
    ("ja", "ハンドラー", "ハンドラ"),
    ("ja", "スケジューラー", "スケジューラ"),
    ("ja", "デストラクター", "デストラクタ"),
    ("ja", "ウェイカー", "Waker"),
    ("ja", "サーバー", "サーバ"),
    ("ja", "分かる", "わかる"),
    ("zh", "运行时环境", "运行时"),
    ("zh", "期物", "future"),
    ("zh", "未来体", "future"),
    ("zh", "丢掉", "丢弃"),
    ("zh", "生成任务", "启动任务"),
    ("zh", "取消标记", "取消令牌"),
    ("zh", "撤回", "撤销"),
];

#[test]
fn terms_are_kept() {
    let mut faults = Vec::new();
    for (language, path, text) in translated_texts(&tidy::course()) {
        for (number, line) in text.to_lowercase().lines().enumerate() {
            for (_, wrong, right) in WRONG.iter().filter(|(tag, ..)| *tag == language) {
                if line.contains(&wrong.to_lowercase()) {
                    faults.push(format!(
                        "{}:{}: {wrong}, which is {right} here",
                        tidy::shown(&path),
                        number + 1
                    ));
                }
            }
        }
    }
    settle(&faults, "use the word of book/<language>/glossary.md.");
}
